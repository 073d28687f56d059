import { Button, TextInput } from '@mantine/core';
import { addDays, type IsoDate } from '@saubac/domain/values';
import { textOf, usePlugin, useSend, useUnsavedGuard } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { useState } from 'react';

import type { DutyLine } from '../duties/wire.ts';
import styles from './duties.module.css';
import { PersonField } from './person-field.tsx';
import { useWords } from './use-words.ts';

/** Asks for a replacement of somebody on duty. */
export const SwapForm = ({ duty, onDone }: { duty: DutyLine; onDone: () => void }) => {
  const { today } = usePlugin();
  const t = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState<IsoDate>(addDays(today, 7));
  const [why, setWhy] = useState('');
  const ask = useSend('POST', onDone);
  useUnsavedGuard((person !== null || why !== '') && !ask.isPending);
  return (
    <form
      className={styles['form']} noValidate aria-label={t('swaps.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate({ path: '/swaps', body: { duty: duty.id, person, from, why } });
      }}
    >
      <FaultSummary faults={ask.isError ? [{ text: textOf(ask.error) }] : []} />
      <p>{`${duty.name} · ${duty.place}`}</p>
      <PersonField label={t('column.replacement')} value={person} onChange={setPerson} />
      <DayField label={t('column.from')} value={from} onChange={setFrom} />
      <TextInput label={t('column.why')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={ask.isPending} disabled={person === null || why.trim() === ''}>
          {t('swaps.ask')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
};
