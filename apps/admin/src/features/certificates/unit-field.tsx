import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, useWords } from '../../shell/index.ts';

const unitsQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-search', { search, on: undefined }],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

const unitQuery = (tenant: string, unit: string) =>
  queryOptions({ queryKey: ['t', tenant, 'unit', unit], queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit } }, { signal })), staleTime: 300_000 });

/** One unit, found by name or code; it stands for itself and all below it. */
export const UnitField = ({ tenant, unit, onChange }: { tenant: string; unit: string | undefined; onChange: (unit: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...unitQuery(tenant, unit ?? ''), enabled: unit !== undefined });
  const chosenLabel = unit === undefined ? undefined : (chosen.data?.versions.at(-1)?.name ?? unit);
  // The field shows what is chosen as if it had been typed; that is no search.
  const found = useQuery(unitsQuery(tenant, asked === chosenLabel ? '' : asked));
  const options = (found.data?.items ?? []).map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  const all = unit !== undefined && chosenLabel !== undefined ? [{ value: unit, label: chosenLabel }, ...options.filter((it) => it.value !== unit)] : options;
  return (
    <SearchSelect
      label={words.t('certificateDesk.unit')} placeholder={words.t('certificateDesk.unitAny')} nothingFound={words.t('certificateDesk.unitNone')} clearLabel={words.t('certificateDesk.unitClear')}
      value={unit ?? null} options={all} onSearch={setTyped} onChange={(value) => onChange(value ?? undefined)}
    />
  );
};
