import { Button } from '@mantine/core';
import { PageHeading, Section } from '@saubac/ui/frame';
import { EmptyState, Notice } from '@saubac/ui/states';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ButtonLink, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { BodiesTable } from './bodies-table.tsx';
import { DutiesTable } from './duties-table.tsx';
import { faultText } from './fault-text.ts';
import { makeDuties } from './mutations.ts';
import { boardQuery, dutiesQuery, type TaskFilter } from './queries.ts';
import { TaskFilters } from './task-filters.tsx';

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

/** The board: what the plans ask of each body in a year, who is late first, and each duty below. */
export const TasksPage = () => {
  const words = useWords();
  usePageTitle(words.t('tasks.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const year = search.year ?? Number(me.today.slice(0, 4));
  const filter = { ...search, year };
  const board = useQuery(boardQuery(tenant, filter));
  const make = useMutation(makeDuties(useQueryClient(), tenant));
  const manages = (me.permissions as readonly string[]).includes('task.manage');
  const change = (more: object) => void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined)), resetScroll: false });
  return (
    <>
      <PageHeading
        title={words.t('tasks.title')} about={words.t('tasks.about')}
        actions={
          manages && (
            <>
              <ButtonLink variant="default" to="/t/$tenant/tasks/bodies" params={{ tenant }}>
                {words.t('tasks.bodies')}
              </ButtonLink>
              <Button loading={make.isPending} onClick={() => make.mutate(year)}>
                {words.t('tasks.make', { year })}
              </Button>
            </>
          )
        }
      />
      {make.isSuccess && <Notice live>{words.t('tasks.madeSome', { ...make.data, year: String(make.data.year) })}</Notice>}
      {make.isError && <Notice tone="bad" live>{faultText(words, make.error)}</Notice>}
      <TaskFilters tenant={tenant} filter={search} year={year} years={board.data?.years ?? []} onChange={change} onClear={() => void navigate({ search: search.year === undefined ? {} : { year: search.year } })} />
      <QueryStates query={board} waiting={{ rows: 4, height: '2.25rem' }}>
        {({ bodies }) => bodies.length > 0 && <Section title={words.t('tasks.byBody')}><BodiesTable tenant={tenant} bodies={bodies} filter={filter} /></Section>}
      </QueryStates>
      <Listed tenant={tenant} filter={filter} filtered={Object.keys(search).some((it) => it !== 'year')} />
    </>
  );
};
