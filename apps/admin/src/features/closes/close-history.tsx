import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { closeHistoryQuery } from './queries.ts';

/** What was done about a close, by whom, when and why. */
export const CloseHistory = ({ tenant, close }: { tenant: string; close: string }) => {
  const words = useWords();
  const history = useQuery(closeHistoryQuery(tenant, close));
  return (
    <div data-screen-only>
      <Section title={words.t('closing.history')}>
        <QueryStates query={history} waiting={{ rows: 2, height: '3rem' }}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={styles['soft']}>{words.t('closing.historyNone')}</p>
            ) : (
              <ol className={styles['history']}>
                {items.map((it) => (
                  <li key={it.id}>
                    <strong>{words.text(it.title)}</strong> <span className={styles['soft']}>{words.t('closing.historyBy', { moment: words.moment(it.at), actor: it.actor.label })}</span>
                    {it.why && <div className={styles['soft']}>{words.t('closing.historyWhy', { why: it.why })}</div>}
                  </li>
                ))}
              </ol>
            )
          }
        </QueryStates>
      </Section>
    </div>
  );
};
