import { Textarea } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { withdrawVersion } from './mutations.ts';
import type { Version } from './queries.ts';
import styles from './plan.module.css';

/** Asks before a version is withdrawn, and why; it says what rules its days then. */
export const WithdrawDialog = ({ tenant, version, onClose }: { tenant: string; version: Version | undefined; onClose: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({ ...withdrawVersion(queries, tenant), onSuccess: async () => {
    await queries.invalidateQueries({ queryKey: ['t', tenant] });
    setWhy('');
    onClose();
  } });
  const refused = withdraw.error instanceof Refused ? words.text(withdraw.error.problem.text) : withdraw.error ? words.t('shell.unreachable') : undefined;
  const go = () => {
    setAsked(true);
    if (version && why.trim() !== '') withdraw.mutate({ number: version.number, why: why.trim() });
  };
  return (
    <ConfirmDialog title={words.t('planEditor.withdrawTitle')} action={words.t('planEditor.withdraw')} opened={version !== undefined} busy={withdraw.isPending} onConfirm={go} onClose={onClose}>
      <p>{version && words.t('planEditor.withdrawAbout', { number: version.number, from: version.inForceFrom })}</p>
      <Textarea label={words.t('planEditor.why')} value={why} error={asked && why.trim() === '' ? words.t('planEditor.whyNeeded') : refused} rows={2} mt="md" className={styles['why'] ?? ''} onChange={(event) => setWhy(event.currentTarget.value)} />
    </ConfirmDialog>
  );
};
