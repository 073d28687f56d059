import { useAsk } from '@saubac/plugin-api/admin';
import { SearchSelect } from '@saubac/ui/pick';
import { useState } from 'react';

import { foundPeople } from '../duties/wire.ts';
import { useWords } from './use-words.ts';

/** Somebody of the roster, found by name among those whom the user may see. */
export const PersonField = ({ label, value, onChange }: { label: string; value: string | null; onChange: (person: string | null) => void }) => {
  const t = useWords();
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const found = useAsk(`/people?find=${encodeURIComponent(words)}`, foundPeople, words.length >= 2);
  const options = (found.data?.items ?? []).map((it) => ({ value: it.id, label: it.unit === null ? it.name : `${it.name} (${it.unit})` }));
  const nothing = words.length < 2 ? t('field.findPerson') : t('field.nobodyFound');
  return <SearchSelect label={label} placeholder={t('field.findPerson')} nothingFound={nothing} clearLabel={t('field.clear')} value={value} options={options} onSearch={setTyped} onChange={onChange} />;
};
