import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { useInfiniteQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './people.module.css';
import { historyQuery } from './queries.ts';

/** What was changed in the file of a person, by whom and why, the latest first. */
export const History = ({ tenant, person }: { tenant: string; person: string }) => {
  const words = useWords();
  const history = useInfiniteQuery(historyQuery(tenant, person));
  const fieldOf = (path: readonly string[]) => path.map((it) => words.named('fields', it)).join(', ');
  const shown = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return words.t('people.valueNone');
    if (typeof value === 'boolean') return words.t(value ? 'people.valueYes' : 'people.valueNo');
    return words.date(typeof value === 'object' ? JSON.stringify(value) : String(value));
  };
  return (
    <Section title={words.t('people.history')}>
      <QueryStates query={history} waiting={{ rows: 2, height: '3rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <p className={styles['soft']}>{words.t('people.historyNone')}</p>;
          return (
            <>
              <ol className={styles['history']}>
                {rows.map((it) => (
                  <li key={`${it.id} ${it.detail ?? ''}`}>
                    <strong>{words.text(it.title)}</strong> <span className={styles['soft']}>{words.t('people.historyBy', { moment: words.moment(it.at), actor: it.actor.label })}</span>
                    {it.why && <div className={styles['soft']}>{words.t('people.historyWhy', { why: it.why })}</div>}
                    {it.changes.length > 0 && (
                      <details className={styles['whyBox']}>
                        <summary>{words.t('people.historyChanges', { count: it.changes.length })}</summary>
                        <ul>
                          {it.changes.map((change) => (
                            <li key={change.path.join('.')}>
                              {change.kind === 'value'
                                ? words.t('people.changedFrom', { field: fieldOf(change.path), before: shown(change.before), after: shown(change.after) })
                                : `${fieldOf(change.path)}: −${words.number(change.removed.length)} +${words.number(change.added.length)}`}
                            </li>
                          ))}
                        </ul>
                      </details>
                    )}
                  </li>
                ))}
              </ol>
              {history.hasNextPage && (
                <Button variant="default" mt="sm" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
                  {words.t('people.historyMore')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </Section>
  );
};
