import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { cancelImport } from './mutations.ts';

/** Gives an import up, after a question. */
export const CancelImport = ({ tenant, id }: { tenant: string; id: string }) => {
  const words = useWords();
  const cancel = useMutation(cancelImport(useQueryClient(), tenant, id));
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.t('importDesk.cancel')}
      </Button>
      <ConfirmDialog
        title={words.t('importDesk.cancelTitle')} action={words.t('importDesk.cancel')} keep={words.t('importDesk.keepGoing')} opened={asking} busy={cancel.isPending} onClose={() => setAsking(false)}
        onConfirm={() => cancel.mutate(undefined, { onSettled: () => setAsking(false) })}
      >
        {words.t('importDesk.cancelAbout')}
      </ConfirmDialog>
    </>
  );
};
