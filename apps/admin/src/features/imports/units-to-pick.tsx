import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { unitsToPickQuery } from './queries.ts';

type Parts = { tenant: string; label: string; placeholder: string; value: { code: string; name: string } | undefined; onChange: (unit: { code: string; name: string } | undefined) => void };

/** One unit, found by name or code. */
export const UnitsToPick = ({ tenant, label, placeholder, value, onChange }: Parts) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const found = useQuery(unitsToPickQuery(tenant, asked === value?.name ? '' : asked));
  const items = found.data?.items ?? [];
  const options = items.map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  return (
    <SearchSelect
      label={label} placeholder={placeholder} nothingFound={words.t('importDesk.unitSearchNone')} clearLabel={words.t('importDesk.unitClear')} value={value?.code ?? null} onSearch={setTyped}
      options={value ? [{ value: value.code, label: value.name }, ...options.filter((it) => it.value !== value.code)] : options}
      onChange={(code) => onChange(code === null ? undefined : { code, name: items.find((it) => it.code === code)?.name ?? code })}
    />
  );
};
