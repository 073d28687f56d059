import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormFaults, useWords } from '../../../shell/index.ts';
import { changeMutations } from './mutations.ts';
import type { Change } from './queries.ts';

/** Gives a change up before it is committed. */
export const DropChange = ({ tenant, change: { id, version } }: { tenant: string; change: Change }) => {
  const words = useWords();
  const [asked, setAsked] = useState(false);
  const drop = useMutation(changeMutations(useQueryClient(), tenant).drop);
  const { faults, take } = useFormFaults([]);
  return (
    <>
      {faults.map((it) => (
        <Notice key={it.text} tone="bad" live>{it.text}</Notice>
      ))}
      <Button variant="subtle" onClick={() => setAsked(true)}>{words.t('unitTree.drop')}</Button>
      <ConfirmDialog
        title={words.t('unitTree.dropAsk')} action={words.t('unitTree.drop')} opened={asked} busy={drop.isPending} onClose={() => setAsked(false)}
        onConfirm={() => drop.mutate({ id, version }, { onError: take, onSettled: () => setAsked(false) })}
      >
        {words.t('unitTree.dropAbout')}
      </ConfirmDialog>
    </>
  );
};
