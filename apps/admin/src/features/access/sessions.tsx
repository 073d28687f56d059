import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Section } from '@saubac/ui/frame';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { deviceName } from './device-name.ts';
import { endOtherSessions, endSession } from './mutations.ts';
import { sessionsQuery } from './queries.ts';

/** The open sessions; each other one can be ended, or all of them. */
export const Sessions = () => {
  const words = useWords();
  const queries = useQueryClient();
  const sessions = useQuery(sessionsQuery());
  const end = useMutation(endSession(queries));
  const endOthers = useMutation(endOtherSessions(queries));
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words.t('access.sessions')}>
      <p className={styles['about']}>{words.t('access.sessionsAbout')}</p>
      <QueryStates query={sessions} waiting={{ rows: 2, height: '3.5rem' }}>
        {({ items }) => {
          const others = items.filter((it) => !it.current).length;
          return (
            <div className={styles['stack']}>
              <ul className={styles['sessions']} style={{ alignSelf: 'stretch' }}>
                {items.map(({ id, current, createdAt, lastSeenAt, userAgent, network }) => {
                  const device = deviceName(userAgent) ?? words.t('access.sessionUnknown');
                  return (
                    <li key={id} className={styles['session']}>
                      <div>
                        <div className={styles['device']}>
                          {device}
                          {current && ` (${words.t('access.thisSession')})`}
                        </div>
                        <div className={styles['about']}>
                          {[
                            words.t('access.sessionSince', { at: words.moment(createdAt) }), words.t('access.sessionSeen', { at: words.moment(lastSeenAt) }),
                            ...(network ? [words.t('access.sessionFrom', { network })] : []),
                          ].join(' · ')}
                        </div>
                      </div>
                      {!current && (
                        <Button variant="default" size="xs" aria-label={words.t('access.endSessionOf', { device })} loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                          {words.t('access.endSession')}
                        </Button>
                      )}
                    </li>
                  );
                })}
              </ul>
              {others === 0 ? (
                <p className={styles['about']}>{words.t('access.onlyThisSession')}</p>
              ) : (
                <Button variant="default" onClick={() => setAsking(true)}>
                  {words.t('access.endOthers')}
                </Button>
              )}
              <ConfirmDialog
                title={words.t('access.endOthersTitle')} action={words.t('access.endOthers')} opened={asking} busy={endOthers.isPending} onClose={() => setAsking(false)}
                onConfirm={() => endOthers.mutate(undefined, { onSettled: () => setAsking(false) })}
              >
                {words.t('access.endOthersAbout', { count: others })}
              </ConfirmDialog>
            </div>
          );
        }}
      </QueryStates>
    </Section>
  );
};
