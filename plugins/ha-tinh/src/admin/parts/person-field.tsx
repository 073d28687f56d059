import { SearchSelect } from '@saubac/ui/pick';
import { useState } from 'react';

import { foundPeople } from '../../duties/wire.ts';
import { useLao, useWords } from './use-lao.ts';

/** Somebody of the roster, found by name among those whom the user may see. */
export const PersonField = ({ label, value, onChange }: { label: string; value: string | null; onChange: (person: string | null, shown: string) => void }) => {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const asked = typed.trim();
  const found = useLao(`/people?find=${encodeURIComponent(asked)}`, foundPeople, asked.length >= 2);
  const options = (found.data?.items ?? []).map((it) => ({ value: it.id, label: it.unit === null ? it.name : `${it.name} (${it.unit})` }));
  return <SearchSelect label={label} placeholder={t('ui.findPerson')} nothingFound={asked.length < 2 ? t('ui.findPerson') : t('ui.nobodyFound')} clearLabel={t('ui.clear')} value={value} options={options} onSearch={setTyped} onChange={(person) => onChange(person, options.find((it) => it.value === person)?.label ?? '')} />;
};
