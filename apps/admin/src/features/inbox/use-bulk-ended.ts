import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type Bulk, bulkQuery } from './queries.ts';

/** Whether a bulk move is under way; `onEnded` is told once of one that ends while it is looked at or was begun here, and what is shown of the tenant is fetched anew. */
export const useBulkEnded = (tenant: string, id: string | undefined, onEnded: (bulk: Bulk) => void): { running: boolean; begun: (id: string) => void } => {
  const queries = useQueryClient();
  const watched = useRef<string | undefined>(undefined);
  const { data, isLoading } = useQuery({ ...bulkQuery(tenant, id ?? ''), enabled: id !== undefined });
  useEffect(() => {
    if (data?.state === 'queued') watched.current = data.id;
    else if (data && watched.current === data.id) {
      watched.current = undefined;
      onEnded(data);
      void queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => queryKey[2] !== 'me' && !(queryKey[2] === 'case-moves' && queryKey[3] === data.id) });
    }
  }, [data, onEnded, queries, tenant]);
  return { running: isLoading || data?.state === 'queued', begun: (one) => void (watched.current = one) };
};
