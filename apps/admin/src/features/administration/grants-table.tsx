import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './administration.module.css';
import { ChangeGrantDialog } from './change-grant-dialog.tsx';
import { faultInWords } from './fault-in-words.ts';
import { reachInWords } from './grant-in-words.ts';
import { endGrant } from './mutations.ts';
import type { Grant, User } from './queries.ts';

type Parts = { tenant: string; user: User; manages: boolean; own: boolean; today: string };

/** The roles of a user, those that have ended too; each can be taken back, or its last day changed. */
export const GrantsTable = ({ tenant, user, manages, own, today }: Parts) => {
  const words = useWords();
  const end = useMutation(endGrant(useQueryClient(), tenant, user.id));
  const [ending, setEnding] = useState<Grant>();
  const [changing, setChanging] = useState<Grant>();
  if (user.grants.length === 0) return <p className={styles['soft']}>{words.t('administration.noRoles')}</p>;
  const nameOf = (it: Grant) => words.t('administration.roleAt', { role: words.named('roles', it.role), reach: reachInWords(it, words) });
  return (
    <>
      {end.isError && <Notice tone="bad" live>{faultInWords(end.error, words)}</Notice>}
      <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('administration.roles')}>
        <table className={styles['rows']}>
          <thead>
            <tr>
              {(['role', 'reach', 'from', 'lastDay', 'state'] as const).map((it) => (
                <th key={it} scope="col">{words.t(`administration.${it}`)}</th>
              ))}
              {(manages || own) && <th scope="col">{words.t('administration.deeds')}</th>}
            </tr>
          </thead>
          <tbody>
            {user.grants.map((it) => (
              <tr key={it.id} data-ended={it.state === 'ended' || undefined}>
                <td>{words.named('roles', it.role)}</td>
                <td data-label={words.t('administration.reach')}>{reachInWords(it, words)}</td>
                <td data-label={words.t('administration.from')}>{words.date(it.from)}</td>
                <td data-label={words.t('administration.lastDay')}>{it.lastDay === null ? words.t('administration.noEnd') : words.date(it.lastDay)}</td>
                <td data-label={words.t('administration.state')}>{words.t(`administration.state-${it.state}`)}</td>
                {(manages || own) && (
                  <td>
                    {it.state !== 'ended' && (
                      <div className={styles['deeds']}>
                        {manages && !own && (
                          <Button size="compact-sm" variant="default" aria-label={words.t('administration.changeEndOf', { role: nameOf(it) })} onClick={() => setChanging(it)}>
                            {words.t('administration.changeEnd')}
                          </Button>
                        )}
                        <Button size="compact-sm" variant="default" aria-label={words.t('administration.takeBackOf', { role: nameOf(it) })} onClick={() => setEnding(it)}>
                          {words.t(own ? 'administration.giveUp' : 'administration.takeBack')}
                        </Button>
                      </div>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ConfirmDialog
        title={words.t('administration.takeBackTitle')} action={words.t(own ? 'administration.giveUp' : 'administration.takeBack')} opened={ending !== undefined} busy={end.isPending}
        onClose={() => setEnding(undefined)} onConfirm={() => ending && end.mutate(ending, { onSettled: () => setEnding(undefined) })}
      >
        {ending && words.t('administration.takeBackAbout', { name: user.name, role: nameOf(ending) })}
      </ConfirmDialog>
      {changing && <ChangeGrantDialog key={changing.id} tenant={tenant} user={user} grant={changing} name={nameOf(changing)} today={today} onClose={() => setChanging(undefined)} />}
    </>
  );
};
