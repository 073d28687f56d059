import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ButtonLink, savedMeanwhile, useFormFaults, useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { whatToDecide } from './deciding.ts';
import { changeMutations } from './mutations.ts';
import { type Change, changeQuery } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

type Caller = { user: { id: string }; today: string; permissions: readonly string[] };
type Parts = { tenant: string; me: Caller; change: Change; mayChange: boolean };

/** What may be done with a change now: the second person commits it or sends it back; before its day it is withdrawn; else who has to act. */
export const Decide = ({ tenant, me, change, mayChange }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const mutations = changeMutations(queries, tenant);
  const [asked, setAsked] = useState<'commit' | 'send-back' | 'withdraw'>();
  const { faults, take, clear } = useFormFaults([]);
  const failed = (error: unknown): void => {
    const other = savedMeanwhile(error)?.current as Change | undefined;
    // What he saw is no longer what is there: it is shown as it is, to be looked at before anything is decided.
    if (other) queries.setQueryData(changeQuery(tenant, change.id).queryKey, other);
    take(error);
  };
  const settle = { onError: failed, onSettled: () => setAsked(undefined) };
  const commit = useMutation(mutations.commit);
  const sendBack = useMutation(mutations.sendBack);
  const withdraw = useMutation(mutations.withdraw);
  const { id, version } = change;
  const open = (what: typeof asked): void => {
    clear();
    setAsked(what);
  };
  const what = whatToDecide(change, { user: me.user.id, today: me.today, mayCommit: me.permissions.includes('unit.commit') });
  return (
    <>
      {faults.map((it) => (
        <Notice key={it.text} tone="bad" live>{it.text}</Notice>
      ))}
      {what === 'handed-over' && (
        <Notice>
          <p>{words.t('unitTree.handedOver')}</p>
          <p className={styles['soft']}>{words.t('unitTree.handedOverAbout')}</p>
        </Notice>
      )}
      {what === 'commit' && <Notice>{words.t('unitTree.commitAbout', { by: change.prepared.label })}</Notice>}
      {what === 'past-withdrawing' && <Notice>{words.t('unitTree.inEffect', { day: change.firstDay })}</Notice>}
      {change.committed && change.state !== 'previewed' && <p>{words.t('unitTree.committedLine', { by: change.committed.label, at: words.moment(change.committed.at) })}</p>}
      {change.withdrawn && <p>{words.t('unitTree.withdrawnLine', { by: change.withdrawn.label, at: words.moment(change.withdrawn.at) })}</p>}
      <div className={styles['buttons']}>
        {what === 'commit' && <Button onClick={() => open('commit')}>{words.t('unitTree.commit')}</Button>}
        {what === 'commit' && <Button variant="default" onClick={() => open('send-back')}>{words.t('unitTree.sendBack')}</Button>}
        {what === 'withdraw' && <Button variant="default" onClick={() => open('withdraw')}>{words.t('unitTree.withdraw')}</Button>}
        {change.state === 'previewed' && mayChange && <ButtonLink variant="default" to="/t/$tenant/units/changes/$change" params={{ tenant, change: id }} search={{ step: 'operations' }}>{words.t('unitTree.writeOn')}</ButtonLink>}
      </div>
      <ConfirmDialog title={words.t('unitTree.commitAsk')} action={words.t('unitTree.commit')} opened={asked === 'commit'} busy={commit.isPending} onClose={() => setAsked(undefined)} onConfirm={() => commit.mutate({ id, version }, settle)}>
        {words.t('unitTree.commitWill', { day: change.firstDay, units: (change.preview?.created ?? 0) + (change.preview?.ended ?? 0) + (change.preview?.changed ?? 0), people: change.preview?.people ?? 0 })}
      </ConfirmDialog>
      <ReasonDialog
        key={`back ${asked ?? ''}`} title={words.t('unitTree.sendBackAsk')} about={words.t('unitTree.sendBackAbout', { by: change.prepared.label })} action={words.t('unitTree.sendBack')} opened={asked === 'send-back'} busy={sendBack.isPending}
        onClose={() => setAsked(undefined)} onReason={(why) => sendBack.mutate({ id, version, why }, settle)}
      />
      <ReasonDialog
        key={`withdraw ${asked ?? ''}`} title={words.t('unitTree.withdrawAsk')} about={words.t('unitTree.withdrawAbout')} action={words.t('unitTree.withdraw')} opened={asked === 'withdraw'} busy={withdraw.isPending} onClose={() => setAsked(undefined)}
        onReason={(why) => withdraw.mutate({ id, why }, settle)}
      />
    </>
  );
};
