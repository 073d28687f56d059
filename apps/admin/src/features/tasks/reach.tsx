import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../shell/index.ts';
import rows from '../../shell/rows.module.css';
import { reachQuery, type ReachOfDuty, sessionsQuery, type TaskFilter } from './queries.ts';
import styles from './tasks.module.css';

type Parts = { tenant: string; filter: TaskFilter };

const figures = ['sessions', 'heads', 'reached', 'due'] as const;

const HeadRow = ({ first }: { first: string }) => {
  const words = useWords();
  return (
    <tr>
      <th scope="col">{first}</th>
      <th scope="col">{words.t('tasks.task')}</th>
      {figures.map((it) => (
        <th key={it} scope="col" className={styles['figure']}>{words.t(`tasks.reach-${it}`)}</th>
      ))}
    </tr>
  );
};

const Line = ({ tenant, of: { id, unit, bodyName, title, reach, late } }: { tenant: string; of: ReachOfDuty }) => {
  const words = useWords();
  return (
    <tr>
      <td>{unit?.name ?? words.text(bodyName)}</td>
      <td>
        <Link to="/t/$tenant/tasks/$duty" params={{ tenant, duty: id }} className={styles['name']}>{words.text(title)}</Link>
        {late && <span className={styles['late']}> · {words.t('tasks.state-late')}</span>}
      </td>
      {figures.map((it) => (
        <td key={it} className={styles['figure']} data-label={words.t(`tasks.reach-${it}`)}>
          {it === 'sessions' && reach.sessions > 0 ? <Link to="/t/$tenant/tasks/$duty" params={{ tenant, duty: id }} hash="sessions" aria-label={`${unit?.name ?? words.text(bodyName)}, ${words.t('tasks.reach-sessions')}: ${words.number(reach.sessions)}`}>{words.number(reach.sessions)}</Link> : unit === null && (it === 'reached' || it === 'due') ? '–' : words.number(reach[it])}
        </td>
      ))}
    </tr>
  );
};

const SessionsOfYear = ({ tenant, filter }: Parts) => {
  const words = useWords();
  const sessions = useInfiniteQuery(sessionsQuery(tenant, filter));
  return (
    <Section title={<span id="sessions">{words.t('tasks.sessions')}</span>}>
      <QueryStates query={sessions} waiting={{ rows: 3, height: '2.25rem' }}>
        {({ pages }) => {
          const all = pages.flatMap((it) => it.items);
          if (all.length === 0) return <p className={styles['soft']}>{words.t('tasks.sessionsNone')}</p>;
          return (
            <>
              <table className={rows['rows']}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('tasks.heldOn')}</th>
                    <th scope="col">{words.t('tasks.unit')}</th>
                    <th scope="col">{words.t('tasks.sessionTopic')}</th>
                    <th scope="col">{words.t('tasks.form')}</th>
                    <th scope="col" className={styles['figure']}>{words.t('tasks.heads')}</th>
                    <th scope="col" className={styles['figure']}>{words.t('tasks.listed')}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((it) => (
                    <tr key={it.id}>
                      <td>{words.date(it.heldOn)}</td>
                      <td>{it.unit?.name ?? words.t('tasks.unitNone')}</td>
                      <td>
                        <Link to="/t/$tenant/tasks/$duty" params={{ tenant, duty: it.duty }} hash="sessions">{it.topic}</Link>
                      </td>
                      <td data-label={words.t('tasks.form')}>{words.t(`tasks.form-${it.form}`)}</td>
                      <td data-label={words.t('tasks.heads')} className={styles['figure']}>{words.number(it.heads)}</td>
                      <td data-label={words.t('tasks.listed')} className={styles['figure']}>{words.number(it.listed)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {sessions.hasNextPage && <Button variant="default" size="compact-sm" loading={sessions.isFetchingNextPage} onClick={() => void sessions.fetchNextPage()}>{words.t('tasks.more')}</Button>}
            </>
          );
        }}
      </QueryStates>
    </Section>
  );
};

/** How far making known has come: sessions, and people reached of people due, unit by unit and together; below, the sessions that these are the sums of. */
export const ReachTable = ({ tenant, filter }: Parts) => {
  const words = useWords();
  const reach = useQuery(reachQuery(tenant, filter));
  return (
    <>
      <QueryStates query={reach} waiting={{ rows: 4, height: '2.25rem' }}>
        {({ items, total }) => {
          if (items.length === 0) return <EmptyState title={words.t('tasks.noneTitle')}>{words.t('tasks.reachNone')}</EmptyState>;
          return (
            <Section title={words.t('tasks.byReach')}>
              <p className={styles['soft']}>{words.t('tasks.reachAbout')} {items.some((it) => it.unit === null) && words.t('tasks.reachUnnamed')}</p>
              <table className={rows['rows']}>
                <thead>
                  <HeadRow first={words.t('tasks.unit')} />
                </thead>
                <tbody>
                  {items.map((it) => <Line key={it.id} tenant={tenant} of={it} />)}
                  {total && items.length > 1 && (
                    <tr className={styles['total']}>
                      <th scope="row" colSpan={2}>{words.t('tasks.reachTotal')}</th>
                      {figures.map((it) => (
                        <td key={it} className={styles['figure']} data-label={words.t(`tasks.reach-${it}`)}>{it === 'sessions' && total.sessions > 0 ? <a href="#sessions">{words.number(total.sessions)}</a> : words.number(total[it])}</td>
                      ))}
                    </tr>
                  )}
                </tbody>
              </table>
            </Section>
          );
        }}
      </QueryStates>
      <SessionsOfYear tenant={tenant} filter={filter} />
    </>
  );
};
