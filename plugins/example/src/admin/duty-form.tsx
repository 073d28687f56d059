import { Button, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { textOf, usePlugin, useSend, useUnsavedGuard } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { useState } from 'react';

import styles from './duties.module.css';
import { PersonField } from './person-field.tsx';
import { useWords } from './use-words.ts';

/** Adds a duty. What the server refuses is told above the fields. */
export const DutyForm = ({ onDone }: { onDone: () => void }) => {
  const { today } = usePlugin();
  const t = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [place, setPlace] = useState('');
  const [from, setFrom] = useState<IsoDate>(today);
  const [last, setLast] = useState<IsoDate | undefined>();
  const add = useSend('POST', onDone);
  useUnsavedGuard((person !== null || place !== '') && !add.isPending);
  return (
    <form
      className={styles['form']} noValidate aria-label={t('duties.add')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ path: '/duties', body: { person, place, from, last: last ?? null } });
      }}
    >
      <FaultSummary faults={add.isError ? [{ text: textOf(add.error) }] : []} />
      <PersonField label={t('field.person')} value={person} onChange={setPerson} />
      <TextInput label={t('column.place')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
      <DayField label={t('column.from')} value={from} onChange={setFrom} />
      <OptionalDayField label={t('column.last')} value={last} onChange={setLast} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={add.isPending} disabled={person === null || place.trim() === ''}>
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
};
