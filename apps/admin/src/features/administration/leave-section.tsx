import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { faultInWords } from './fault-in-words.ts';
import { removeUser } from './mutations.ts';
import type { User } from './queries.ts';

/** The way out: who leaves loses everything at once. */
export const LeaveSection = ({ tenant, user, own, place }: { tenant: string; user: User; own: boolean; place: string }) => {
  const words = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation(removeUser(queries, tenant, user.id));
  const [asking, setAsking] = useState(false);
  const held = user.grants.filter((it) => it.state !== 'ended').length;
  const leave = () =>
    remove.mutate(undefined, {
      onSuccess: async () => {
        if (own) {
          queries.clear();
          await navigate({ to: '/' });
        } else await navigate({ to: '/t/$tenant/users', params: { tenant }, search: {} });
      },
      onError: () => setAsking(false),
    });
  return (
    <Section title={words.t('administration.leave')}>
      {remove.isError && <Notice tone="bad" live>{faultInWords(remove.error, words)}</Notice>}
      <div className={styles['stack']}>
        <p className={styles['soft']}>{words.t('administration.leaveAbout', { place })}</p>
        <Button variant="default" className={styles['danger'] ?? ''} onClick={() => setAsking(true)}>{words.t(own ? 'administration.leaveOwn' : 'administration.remove')}</Button>
      </div>
      <ConfirmDialog title={words.t('administration.removeTitle', { name: user.name })} action={words.t(own ? 'administration.leaveOwn' : 'administration.remove')} opened={asking} busy={remove.isPending} onClose={() => setAsking(false)} onConfirm={leave}>
        {words.t('administration.removeAbout', { count: held, place })}
      </ConfirmDialog>
    </Section>
  );
};
