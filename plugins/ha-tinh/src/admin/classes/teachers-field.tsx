import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';

import styles from '../parts/parts.module.css';
import { PersonField } from '../parts/person-field.tsx';
import { useWords } from '../parts/use-lao.ts';

/** A teacher of the roster, or of the partner by name. */
export type Teacher = { person: string; shown: string } | { name: string };

/** Who teaches: people of the roster, and teachers from Laos by name. */
export const TeachersField = ({ value, onChange }: { value: readonly Teacher[]; onChange: (teachers: readonly Teacher[]) => void }) => {
  const { t } = useWords();
  const [name, setName] = useState('');
  const add = (): void => {
    if (name.trim() !== '') onChange([...value, { name: name.trim() }]);
    setName('');
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{t('class.teachers')}</legend>
      {value.length > 0 && (
        <ul className={styles['plain']}>
          {value.map((one, at) => {
            const shown = 'person' in one ? one.shown || t('class.chosenPerson') : `${one.name} (${t('class.fromLaos')})`;
            return (
              <li key={'person' in one ? one.person : one.name} className={styles['line']}>
                <span>{shown}</span>
                <Button size="xs" variant="subtle" aria-label={`${t('ui.remove')}: ${shown}`} onClick={() => onChange(value.filter((_, index) => index !== at))}>{t('ui.remove')}</Button>
              </li>
            );
          })}
        </ul>
      )}
      <PersonField key={value.length} label={t('class.teacherHere')} value={null} onChange={(person, shown) => person !== null && onChange([...value, { person, shown }])} />
      <div className={styles['line']}>
        <TextInput label={t('class.teacherThere')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Button variant="default" onClick={add}>{t('ui.add')}</Button>
      </div>
    </fieldset>
  );
};
