import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import type { BodyTotals, TaskFilter } from './queries.ts';
import styles from './tasks.module.css';

type Parts = { tenant: string; bodies: readonly BodyTotals[]; filter: TaskFilter };

const states = ['late', 'open', 'reported', 'accepted'] as const;

const headOf = { late: 'tasks.state-late', open: 'tasks.openWithLate', reported: 'tasks.state-reported', accepted: 'tasks.state-accepted' } as const;

/** Each leading body with its figures, who is late first; every figure opens its duties. What is late is also under way. */
export const BodiesTable = ({ tenant, bodies, filter }: Parts) => {
  const words = useWords();
  const { body: chosen, state: _state, ...rest } = filter;
  const sorted = [...bodies].sort((a, b) => b.late - a.late || b.open - a.open);
  return (
    <table className={rows['rows']}>
      <thead>
        <tr>
          <th scope="col">{words.t('tasks.body')}</th>
          {states.map((it) => (
            <th key={it} scope="col" className={styles['figure']}>
              {words.t(headOf[it])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sorted.map((it) => (
          <tr key={`${it.plan} ${it.body}`}>
            <td>
              <Link to="/t/$tenant/tasks" params={{ tenant }} search={{ ...rest, body: it.body }} className={styles['name']} activeProps={{}} resetScroll={false} {...(chosen === it.body ? { 'aria-current': 'true' as const } : {})}>
                {words.text(it.name)}
              </Link>
            </td>
            {states.map((state) => (
              <td key={state} className={styles['figure']} data-label={words.t(headOf[state])}>
                {it[state] === 0 ? (
                  <span className={styles['soft']}>0</span>
                ) : (
                  <Link to="/t/$tenant/tasks" params={{ tenant }} search={{ ...rest, body: it.body, state }} activeProps={{}} resetScroll={false} className={state === 'late' ? styles['late'] : undefined} aria-label={`${words.text(it.name)}, ${words.t(headOf[state])}: ${words.number(it[state])}`}>
                    {words.number(it[state])}
                  </Link>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
