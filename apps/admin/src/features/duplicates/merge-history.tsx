import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import { mergeHistoryQuery } from './queries.ts';

/** What was done about merging the file that stays, by whom, when and why. */
export const MergeHistory = ({ tenant, person }: { tenant: string; person: string }) => {
  const words = useWords();
  const history = useQuery(mergeHistoryQuery(tenant, person));
  return (
    <div data-screen-only>
      <Section title={words.t('duplicates.history')}>
        <QueryStates query={history} waiting={{ rows: 2, height: '3rem' }}>
          {({ items }) => {
            const acts = items.filter((it) => it.act.startsWith('merge.'));
            if (acts.length === 0) return <p className={styles['soft']}>{words.t('duplicates.historyNone')}</p>;
            return (
              <ol className={styles['history']}>
                {acts.map((it) => (
                  <li key={`${it.id} ${it.detail ?? ''}`}>
                    <strong>{words.text(it.title)}</strong> <span className={styles['soft']}>{words.t('duplicates.historyBy', { moment: words.moment(it.at), actor: it.actor.label })}</span>
                    {it.why && <div className={styles['soft']}>{words.t('duplicates.historyWhy', { why: it.why })}</div>}
                  </li>
                ))}
              </ol>
            );
          }}
        </QueryStates>
      </Section>
    </div>
  );
};
