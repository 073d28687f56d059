import { PageHeading } from '@saubac/ui/frame';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { PeopleFilters } from './people-filters.tsx';
import { PeopleTable } from './people-table.tsx';
import styles from './people.module.css';
import { type PeopleFilter, peopleQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/people');

/** The people of a tenant within the units of the reader, filtered by what the address says. */
export const PeoplePage = () => {
  const words = useWords();
  usePageTitle(words.t('people.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const people = useInfiniteQuery(peopleQuery(tenant, filter));
  // Typing goes into the address without a step back for each letter.
  const change = (more: Partial<Record<keyof PeopleFilter, string | number | undefined>>) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined && it !== '')), replace: 'search' in more });
  return (
    <div className={styles['list']}>
      <PageHeading title={words.t('people.title')} />
      <PeopleFilters tenant={tenant} filter={filter} today={me.today} onChange={change} onClear={() => void navigate({ search: {} })} />
      <QueryStates query={people} waiting={{ rows: 14, height: '1.5rem' }}>
        {({ pages }) => <PeopleTable tenant={tenant} on={filter.on} pages={pages} stale={people.isPlaceholderData} more={people.hasNextPage} loadingMore={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()} />}
      </QueryStates>
    </div>
  );
};
