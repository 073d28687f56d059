import { useThrottledValue } from '@mantine/hooks';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { pagesSeen, type Seen } from './pages-seen.ts';
import { type ListedPerson, type PeopleFilter, pageSize, peopleQuery } from './queries.ts';

/** Who drags the bar across thousands of rows asks for what he stops at, and now and then for what he passes. */
const everyMs = 120;

/** The people of a filter: all are counted, those that are seen are fetched, each by its place. */
export const usePeople = (tenant: string, filter: PeopleFilter) => {
  const first = useQuery(peopleQuery(tenant, filter, 0));
  const [seen, setSeen] = useState<Seen>({ first: 0, last: 0 });
  const slowly = useThrottledValue(seen, everyMs);
  const count = first.data?.total ?? 0;
  const needed = useMemo(() => pagesSeen(slowly, pageSize, count).filter((page) => page > 0), [slowly, count]);
  const others = useQueries({ queries: needed.map((page) => peopleQuery(tenant, filter, page)) });
  const onSeen = useCallback((from: number, to: number) => setSeen({ first: from, last: to }), []);
  const rowAt = (index: number): ListedPerson | undefined => {
    const page = Math.floor(index / pageSize);
    const found = page === 0 ? first.data : others[needed.indexOf(page)]?.data;
    return found?.items[index % pageSize];
  };
  return { first, count, rowAt, onSeen };
};
