import { Button, NativeSelect } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin, useUnsavedGuard } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { useState } from 'react';

import { type Gate, gates } from '../duties/wire.ts';
import styles from './duties.module.css';
import { PersonField } from './person-field.tsx';
import { textOf, useSend, useWords } from './use-plugin-queries.ts';

/** Adds a duty. What the server refuses is told above the fields. */
export const DutyForm = ({ onDone }: { onDone: () => void }) => {
  const { today } = usePlugin();
  const t = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [gate, setGate] = useState<Gate>('huu-nghi');
  const [from, setFrom] = useState<IsoDate>(today);
  const [last, setLast] = useState<IsoDate | undefined>();
  const add = useSend(onDone);
  useUnsavedGuard(person !== null && !add.isPending);
  return (
    <form
      className={styles['form']} noValidate aria-label={t('duties.add')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ path: '/duties', body: { person, gate, from, last: last ?? null } });
      }}
    >
      <FaultSummary faults={add.isError ? [{ text: textOf(add.error) }] : []} />
      <PersonField label={t('field.person')} value={person} onChange={setPerson} />
      <NativeSelect label={t('column.gate')} value={gate} data={gates.map((value) => ({ value, label: t(`gate.${value}`) }))} onChange={(event) => setGate(event.currentTarget.value as Gate)} />
      <DayField label={t('column.from')} value={from} onChange={setFrom} />
      <OptionalDayField label={t('column.last')} value={last} onChange={setLast} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={add.isPending} disabled={person === null}>
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
};
