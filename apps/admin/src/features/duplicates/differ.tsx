import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { dismissPair } from './mutations.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** “They are two people”: the pair is not shown again. */
export const Differ = ({ tenant, one, other }: { tenant: string; one: string; other: string }) => {
  const words = useWords();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const dismiss = useMutation(dismissPair(useQueryClient(), tenant));
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.t('duplicates.differ')}
      </Button>
      <ReasonDialog
        title={words.t('duplicates.differTitle')} about={words.t('duplicates.differAbout')} label={words.t('duplicates.differWhy')} action={words.t('duplicates.differ')} keep={words.t('duplicates.keepLooking')}
        opened={asking} busy={dismiss.isPending} error={dismiss.error} onClose={() => setAsking(false)}
        onSend={(why) => dismiss.mutate({ one, other, why }, { onSuccess: () => void navigate({ to: '/t/$tenant/duplicates', params: { tenant }, search: {}, ignoreBlocker: true }) })}
      />
    </>
  );
};
