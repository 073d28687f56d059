import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { pagesSeen, type Seen } from './pages-seen.ts';
import { type ListedPerson, type PeopleFilter, type PeoplePage, pageSize, peopleQuery } from './queries.ts';
import { useSettledSeen } from './use-settled-seen.ts';

/** The people of a filter behind the first page: those that are seen are fetched, each by its place. */
export const usePeople = (tenant: string, filter: PeopleFilter, first: PeoplePage) => {
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 0 });
  const onSeen = useSettledSeen(setSeen, 3 * pageSize);
  const count = first.total ?? 0;
  const needed = useMemo(() => pagesSeen(seen, pageSize, count).filter((page) => page > 0), [seen, count]);
  const others = useQueries({ queries: needed.map((page) => peopleQuery(tenant, filter, page)) });
  const rowAt = (index: number): ListedPerson | undefined => {
    const page = Math.floor(index / pageSize);
    const found = page === 0 ? first : others[needed.indexOf(page)]?.data;
    return found?.items[index % pageSize];
  };
  return { count, rowAt, onSeen };
};
