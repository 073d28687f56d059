import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ExportButton, type ExportOrdered, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { NobodyYet } from './nobody-yet.tsx';
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
  const people = useQuery(peopleQuery(tenant, filter, 0));
  const count = people.data?.total ?? 0;
  const { on = me.today, sort, state, ...narrowed } = filter;
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  // Typing goes into the address without a step back for each letter.
  const change = (more: Partial<Record<keyof PeopleFilter, string | number | undefined>>) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined && it !== '')), replace: 'search' in more, resetScroll: false });
  const order: ExportOrdered = { kind: 'people', on, order: sort ?? 'name', filter: { ...narrowed, ...(state ? { certificateState: state } : {}) }, format: 'xlsx' };
  return (
    <div className={styles['list']}>
      <PageHeading title={words.t('people.title')} actions={may('roster.export') && count > 0 && <ExportButton key={JSON.stringify(order)} tenant={tenant} order={order} />} />
      <PeopleFilters tenant={tenant} filter={filter} today={me.today} onChange={change} onClear={() => void navigate({ search: sort ? { sort } : {} })} />
      <QueryStates query={people} waiting={{ rows: 14, height: '1.5rem' }}>
        {(first) =>
          count === 0 && Object.keys(filter).length === 0 ? (
            <NobodyYet tenant={tenant} mayImport={may('roster.import')} />
          ) : (
            <PeopleTable tenant={tenant} filter={filter} first={first} onSort={(by) => change({ sort: by })} stale={people.isPlaceholderData} />
          )
        }
      </QueryStates>
    </div>
  );
};
