import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { holderQuery, holderSearchQuery } from './queries.ts';

/** The person whose certificate it is, found by name. */
export const HolderField = ({ tenant, person, onChange }: { tenant: string; person: string | undefined; onChange: (person: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const [picked, setPicked] = useState<{ value: string; label: string }>();
  const chosen = useQuery({ ...holderQuery(tenant, person ?? ''), enabled: person !== undefined && picked?.value !== person });
  const known = picked?.value === person ? picked : chosen.data && person !== undefined ? { value: person, label: chosen.data.fullName } : undefined;
  const found = useQuery(holderSearchQuery(tenant, asked === known?.label ? '' : asked));
  const options = (found.data?.items ?? []).map(({ id, fullName, unit }) => ({ value: id, label: `${fullName} – ${unit.name}` }));
  const all = known ? [known, ...options.filter((it) => it.value !== known.value)] : options;
  return (
    <SearchSelect
      label={words.t('certificateDesk.person')} placeholder={words.t('certificateDesk.personHint')} nothingFound={words.t('certificateDesk.personNone')} clearLabel={words.t('certificateDesk.personClear')}
      value={person ?? null} options={all} onSearch={setTyped}
      onChange={(value) => {
        setPicked(all.find((it) => it.value === value));
        onChange(value ?? undefined);
      }}
    />
  );
};
