import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from './api.ts';

/** A unit on a day (today where none is named), for its name. */
const unitQuery = (tenant: string, unit: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit', unit, { on }],
    queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit }, query: { ...(on ? { on } : {}) } }, { signal })),
    staleTime: 300_000,
  });

/** The name of a unit that is asked about; its code until the name is here, undefined where none is asked about. */
export const useUnitName = (tenant: string, unit: string | undefined, on: string | undefined): string | undefined => {
  const found = useQuery({ ...unitQuery(tenant, unit ?? '', on), enabled: unit !== undefined });
  return unit === undefined ? undefined : (found.data?.versions.at(-1)?.name ?? unit);
};
