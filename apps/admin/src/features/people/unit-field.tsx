import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { unitNameQuery, unitSearchQuery } from './queries.ts';

/** One unit, found by name or code; it stands for itself and all below it. */
export const UnitField = ({ tenant, unit, on, onChange }: { tenant: string; unit: string | undefined; on: string | undefined; onChange: (unit: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const chosen = useQuery({ ...unitNameQuery(tenant, unit ?? ''), enabled: unit !== undefined });
  const chosenLabel = unit === undefined ? undefined : (chosen.data?.versions.at(-1)?.name ?? unit);
  // The field shows what is chosen as if it had been typed; that is no search.
  const found = useQuery(unitSearchQuery(tenant, asked === chosenLabel ? '' : asked, on));
  const options = (found.data?.items ?? []).map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  const all = unit !== undefined && chosenLabel !== undefined ? [{ value: unit, label: chosenLabel }, ...options.filter((it) => it.value !== unit)] : options;
  return (
    <SearchSelect
      label={words.t('people.unit')} placeholder={words.t('people.unitAny')} nothingFound={words.t('people.unitNone')} clearLabel={words.t('people.unitClear')}
      value={unit ?? null} options={all} onSearch={setTyped} onChange={(value) => onChange(value ?? undefined)}
    />
  );
};
