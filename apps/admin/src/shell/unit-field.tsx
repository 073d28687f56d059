import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from './api.ts';
import { useUnitName } from './unit-name.ts';
import { useWords } from './words-root.tsx';

/** Units to pick from, by what was typed. */
const unitSearchQuery = (tenant: string, search: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-search', { search, on }],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), ...(on ? { on } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

type Parts = {
  tenant: string;
  unit: string | undefined;
  on: string | undefined;
  onChange: (unit: string | undefined) => void;
  /** In a form: what the field is found by, what stands in it while nothing is chosen, what is wrong with it. */
  id?: string;
  placeholder?: string;
  error?: string | undefined;
};

/** One unit among those that the reader may see, found by name or code; it stands for itself and all below it. */
export const UnitField = ({ tenant, unit, on, onChange, id, placeholder, error }: Parts) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const chosenLabel = useUnitName(tenant, unit, on);
  // The field shows what is chosen as if it had been typed; that is no search.
  const found = useQuery(unitSearchQuery(tenant, asked === chosenLabel ? '' : asked, on));
  const options = (found.data?.items ?? []).map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  const all = unit !== undefined && chosenLabel !== undefined ? [{ value: unit, label: chosenLabel }, ...options.filter((it) => it.value !== unit)] : options;
  return (
    <SearchSelect
      {...(id === undefined ? {} : { id })} label={words.t('shell.unit')} placeholder={placeholder ?? words.t('shell.unitAny')} error={error} nothingFound={words.t('shell.unitNone')} clearLabel={words.t('shell.unitClear')}
      value={unit ?? null} options={all} onSearch={setTyped} onChange={(value) => onChange(value ?? undefined)}
    />
  );
};
