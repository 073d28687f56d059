import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { EmptyState, Notice } from '@saubac/ui/states';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink, ExportButton, type ExportOrdered, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { Board } from './board.tsx';
import { DutiesTable } from './duties-table.tsx';
import { faultText } from './fault-text.ts';
import { makeDuties } from './mutations.ts';
import { boardQuery, dutiesQuery, type TaskFilter, views } from './queries.ts';
import { ReachTable } from './reach.tsx';
import { TaskFilters } from './task-filters.tsx';
import styles from './tasks.module.css';

const route = getRouteApi('/t/$tenant/tasks');

const Listed = ({ tenant, filter, filtered }: { tenant: string; filter: TaskFilter; filtered: boolean }) => {
  const words = useWords();
  const duties = useInfiniteQuery(dutiesQuery(tenant, filter));
  return (
    <Section title={words.t('tasks.list')}>
      <QueryStates query={duties} waiting={{ rows: 8, height: '2.25rem' }}>
        {({ pages }) => {
          const all = pages.flatMap((it) => it.items);
          if (all.length === 0) return <EmptyState title={words.t('tasks.noneTitle')}>{words.t(filtered ? 'tasks.none' : 'tasks.noneYet')}</EmptyState>;
          return <DutiesTable tenant={tenant} duties={all} more={duties.hasNextPage} loadingMore={duties.isFetchingNextPage} onMore={() => void duties.fetchNextPage()} />;
        }}
      </QueryStates>
    </Section>
  );
};

const orderOf = ({ body, task, unit, topic, state }: TaskFilter, year: number): ExportOrdered => ({
  kind: 'duties', year, body: body ?? null, task: task ?? null, unit: unit ?? null, topic: topic ?? null, state: state === undefined || state === 'late' ? null : state, late: state === 'late', format: 'xlsx',
});

const titles = { body: 'tasks.byBody', unit: 'tasks.byUnit', reach: 'tasks.byReach' } as const;

/** The board: what the plans ask of each body or unit in a year, who is late first, and each duty below; or how far making known has come. */
export const TasksPage = () => {
  const words = useWords();
  usePageTitle(words.t('tasks.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { by = 'body', ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const year = search.year ?? Number(me.today.slice(0, 4));
  const filter = { ...search, year };
  const years = useQuery(boardQuery(tenant, filter, 'body')).data?.years ?? [];
  const make = useMutation(makeDuties(useQueryClient(), tenant));
  const manages = (me.permissions as readonly string[]).includes('task.manage');
  const change = (more: object) => void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined)), resetScroll: false });
  const kept = { ...(search.year === undefined ? {} : { year: search.year }), ...(by === 'body' ? {} : { by }) };
  return (
    <>
      <PageHeading
        title={words.t('tasks.title')} about={words.t('tasks.about')}
        actions={
          <>
            <ExportButton key={JSON.stringify(filter)} tenant={tenant} order={orderOf(filter, year)} />
            {manages && (
              <>
                <ButtonLink variant="default" to="/t/$tenant/tasks/bodies" params={{ tenant }}>
                  {words.t('tasks.bodies')}
                </ButtonLink>
                <Button loading={make.isPending} onClick={() => make.mutate(year)}>
                  {words.t('tasks.make', { year })}
                </Button>
              </>
            )}
          </>
        }
      />
      {make.isSuccess && <Notice live>{words.t('tasks.madeSome', { ...make.data, year: String(make.data.year) })}</Notice>}
      {make.isError && <Notice tone="bad" live>{faultText(words, make.error)}</Notice>}
      <TaskFilters tenant={tenant} filter={search} year={year} years={years} onChange={change} onClear={() => void navigate({ search: kept })} />
      <div className={styles['buttons']} role="group" aria-label={words.t('tasks.view')} data-screen-only>
        {views.map((it) => (
          <Button key={it} size="xs" variant={it === by ? 'light' : 'default'} aria-pressed={it === by} onClick={() => change({ by: it === 'body' ? undefined : it })}>
            {words.t(titles[it])}
          </Button>
        ))}
      </div>
      {by === 'reach' ? (
        <ReachTable tenant={tenant} filter={filter} />
      ) : (
        <>
          <Board tenant={tenant} filter={filter} by={by} />
          <Listed tenant={tenant} filter={filter} filtered={Object.keys(search).some((it) => it !== 'year')} />
        </>
      )}
    </>
  );
};
