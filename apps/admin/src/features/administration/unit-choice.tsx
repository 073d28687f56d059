import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { unitChoicesQuery } from './queries.ts';

/** A unit with all below it, found by name or code among those that the reader sees. */
export const UnitChoice = ({ tenant, value, fault, onChange }: { tenant: string; value: string; fault: string | undefined; onChange: (unit: string) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  // The field shows what is chosen as if it had been typed; that is no search.
  const found = useQuery(unitChoicesQuery(tenant, asked === chosen ? '' : asked));
  const options = (found.data?.items ?? []).map(({ code, name, parent }) => ({ value: code, label: parent ? `${name} – ${parent.name}` : name }));
  const all = value === '' || options.some((it) => it.value === value) ? options : [{ value, label: chosen || value }, ...options];
  return (
    <SearchSelect
      id="field-unit" label={words.t('administration.unit')} placeholder={words.t('administration.unitHint')} nothingFound={words.t('administration.unitNone')} clearLabel={words.t('administration.unitClear')}
      value={value === '' ? null : value} options={all} onSearch={setTyped} error={fault}
      onChange={(unit) => {
        setChosen(all.find((it) => it.value === unit)?.label ?? '');
        onChange(unit ?? '');
      }}
    />
  );
};
