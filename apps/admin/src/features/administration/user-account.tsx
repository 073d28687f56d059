import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { faultInWords } from './fault-in-words.ts';
import { endSessions, resetSecondFactor } from './mutations.ts';
import type { User } from './queries.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** How a user signs in: state, last time, second factor; a lost one is removed here, and sessions are ended. */
export const UserAccount = ({ tenant, user, manages }: { tenant: string; user: User; manages: boolean }) => {
  const words = useWords();
  const queries = useQueryClient();
  const reset = useMutation(resetSecondFactor(queries, tenant, user.id));
  const end = useMutation(endSessions(queries, tenant, user.id));
  const [asking, setAsking] = useState<'reset' | 'sessions'>();
  const close = () => setAsking(undefined);
  return (
    <Section title={words.t('administration.account')}>
      {reset.isSuccess && <Notice live>{words.t('administration.resetDone', { name: user.name })}</Notice>}
      {end.isSuccess && <Notice live>{words.t('administration.sessionsEnded', { count: end.data.ended })}</Notice>}
      {end.isError && <Notice tone="bad" live>{faultInWords(end.error, words)}</Notice>}
      <dl className={styles['facts']}>
        <div>
          <dt>{words.t('administration.status')}</dt>
          <dd>{words.t(`administration.status-${user.status}`)}</dd>
        </div>
        <div>
          <dt>{words.t('administration.lastSignIn')}</dt>
          <dd>{user.lastSignIn === null ? words.t('administration.never') : words.moment(user.lastSignIn)}</dd>
        </div>
        <div>
          <dt>{words.t('administration.secondFactor')}</dt>
          <dd>{words.t(user.secondFactor ? 'administration.on' : 'administration.off')}</dd>
        </div>
      </dl>
      {manages && (
        <div className={styles['deeds']}>
          <Button variant="default" onClick={() => setAsking('sessions')}>{words.t('administration.endSessions')}</Button>
          {user.secondFactor && <Button variant="default" onClick={() => setAsking('reset')}>{words.t('administration.reset')}</Button>}
        </div>
      )}
      <ConfirmDialog
        title={words.t('administration.endSessionsTitle', { name: user.name })} action={words.t('administration.endSessions')} opened={asking === 'sessions'} busy={end.isPending} onClose={close}
        onConfirm={() => end.mutate(undefined, { onSettled: close })}
      >
        {words.t('administration.endSessionsAbout')}
      </ConfirmDialog>
      <ReasonDialog
        title={words.t('administration.resetTitle', { name: user.name })} action={words.t('administration.reset')} label={words.t('administration.resetWhy')} hint={words.t('administration.resetWhyHint')}
        missing={words.t('administration.resetWhyMissing')} opened={asking === 'reset'} busy={reset.isPending} fault={faultInWords(reset.error, words)} onClose={close} onConfirm={(why) => reset.mutate(why, { onSuccess: close })}
      >
        {words.t('administration.resetAbout')}
      </ReasonDialog>
    </Section>
  );
};
