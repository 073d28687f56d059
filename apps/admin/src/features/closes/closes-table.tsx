import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { byPeriod } from './by-period.ts';
import styles from './closes-table.module.css';
import type { Close } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import { useCloseWords } from './use-close-words.ts';

/** Closes by their periods, each version in a row of its own. */
export const ClosesTable = ({ tenant, closes }: { tenant: string; closes: readonly Close[] }) => {
  const words = useWords();
  const named = useCloseWords();
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('closing.listLabel')}>
      <table className={styles['closes']}>
        <thead>
          <tr>
            <th scope="col">{words.t('closing.period')}</th>
            <th scope="col">{words.t('closing.version')}</th>
            <th scope="col">{words.t('closing.cutOff')}</th>
            <th scope="col">{words.t('closing.state')}</th>
            <th scope="col">{words.t('closing.prepared')}</th>
            <th scope="col">{words.t('closing.approved')}</th>
          </tr>
        </thead>
        {byPeriod(closes).map(({ period, versions }) => (
          <tbody key={period}>
            {versions.map((it, at) => (
              <tr key={it.id} data-first={at === 0 || undefined}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={versions.length}>
                    {named.period(it)}
                  </th>
                )}
                <td className={styles['versionCell']}>
                  <Link to="/t/$tenant/closes/$close" params={{ tenant, close: it.id }} search={{}}>
                    {words.t('closing.versionOf', { number: it.number })}
                  </Link>
                  {it.reason !== null && <div className={styles['soft']}>{it.reason}</div>}
                </td>
                <td data-label={words.t('closing.cutOff')}>{words.date(it.cutOff)}</td>
                <td>
                  <StateMark state={it.state} />
                </td>
                <td data-label={words.t('closing.prepared')}>{named.by(it.prepared)}</td>
                <td data-label={words.t('closing.approved')}>{named.by(it.approved)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};
