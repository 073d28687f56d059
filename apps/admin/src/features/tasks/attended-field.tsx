import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { SearchSelect } from '@saubac/ui/pick';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import { peopleQuery } from './queries.ts';
import styles from './tasks.module.css';

/** Somebody who was there. */
export type Attended = { id: string; name: string };

/** Who was at a session, found by name one after the other, each once. */
export const AttendedField = ({ tenant, people, onChange }: { tenant: string; people: readonly Attended[]; onChange: (people: readonly Attended[]) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 200);
  const found = useQuery(peopleQuery(tenant, asked)).data?.items ?? [];
  return (
    <div>
      <SearchSelect
        key={people.length} label={words.t('tasks.attended')} placeholder={words.t('tasks.attendedHint')} nothingFound={words.t('tasks.noneTitle')} clearLabel={words.t('tasks.clear')} value={null}
        options={found.filter((it) => !people.some(({ id }) => id === it.id)).map((it) => ({ value: it.id, label: `${it.fullName} – ${it.unit.name}` }))} onSearch={setTyped}
        onChange={(id) => {
          const picked = found.find((it) => it.id === id);
          if (picked) onChange([...people, { id: picked.id, name: picked.fullName }]);
        }}
      />
      <ul className={styles['plain']}>
        {people.map((it) => (
          <li key={it.id}>
            {it.name}
            <Button size="compact-sm" variant="subtle" aria-label={words.t('tasks.attendedRemove', { name: it.name })} onClick={() => onChange(people.filter(({ id }) => id !== it.id))}>
              {words.t('tasks.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
};
