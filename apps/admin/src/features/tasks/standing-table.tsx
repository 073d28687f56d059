import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import type { TaskFilter } from './queries.ts';
import styles from './tasks.module.css';

const states = ['late', 'open', 'reported', 'accepted'] as const;

/** How the duties of a body or a unit stand; `to`: the filter that shows them, undefined where they can't be told from others by one. */
export type Standing = { key: string; name: string; chosen: boolean; to: TaskFilter | undefined } & Record<(typeof states)[number], number>;

type Parts = { tenant: string; head: string; lines: readonly Standing[] };

const headOf = { late: 'tasks.state-late', open: 'tasks.openWithLate', reported: 'tasks.state-reported', accepted: 'tasks.state-accepted' } as const;

const Figure = ({ tenant, line, state }: { tenant: string; line: Standing; state: (typeof states)[number] }) => {
  const words = useWords();
  const figure = words.number(line[state]);
  if (line[state] === 0) return <span className={styles['soft']}>0</span>;
  if (line.to === undefined) return <span className={state === 'late' ? styles['late'] : undefined}>{figure}</span>;
  return (
    <Link to="/t/$tenant/tasks" params={{ tenant }} search={{ ...line.to, state }} activeProps={{}} resetScroll={false} className={state === 'late' ? styles['late'] : undefined} aria-label={`${line.name}, ${words.t(headOf[state])}: ${figure}`}>
      {figure}
    </Link>
  );
};

/** Bodies or units with their figures, who is late first; every figure opens its duties. What is late is also under way. */
export const StandingTable = ({ tenant, head, lines }: Parts) => {
  const words = useWords();
  return (
    <table className={rows['rows']}>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {states.map((it) => (
            <th key={it} scope="col" className={styles['figure']}>
              {words.t(headOf[it])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...lines].sort((a, b) => b.late - a.late || b.open - a.open).map((it) => (
          <tr key={it.key}>
            <td>
              {it.to === undefined ? (
                it.name
              ) : (
                <Link to="/t/$tenant/tasks" params={{ tenant }} search={it.to} className={styles['name']} activeProps={{}} resetScroll={false} {...(it.chosen ? { 'aria-current': 'true' as const } : {})}>
                  {it.name}
                </Link>
              )}
            </td>
            {states.map((state) => (
              <td key={state} className={styles['figure']} data-label={words.t(headOf[state])}>
                <Figure tenant={tenant} line={it} state={state} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
