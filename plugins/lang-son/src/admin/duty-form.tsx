import { Button } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { textOf, usePlugin, useSend, useUnsavedGuard } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import { FaultSummary } from '@saubac/ui/form';
import { ChoiceField } from '@saubac/ui/pick';
import { useState } from 'react';

import { gates } from '../gates.ts';
import styles from './duties.module.css';
import { PersonField } from './person-field.tsx';
import { useWords } from './use-words.ts';

/** Adds a duty. What the server refuses is told above the fields. */
export const DutyForm = ({ onDone }: { onDone: () => void }) => {
  const { today } = usePlugin();
  const t = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [gate, setGate] = useState<string | undefined>();
  const [from, setFrom] = useState<IsoDate>(today);
  const [last, setLast] = useState<IsoDate>(today);
  const add = useSend('POST', onDone);
  useUnsavedGuard((person !== null || gate !== undefined) && !add.isPending);
  return (
    <form
      className={styles['form']} noValidate aria-label={t('duties.add')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ path: '/duties', body: { person, gate, from, last } });
      }}
    >
      <FaultSummary faults={add.isError ? [{ text: textOf(add.error) }] : []} />
      <PersonField label={t('column.name')} value={person} onChange={setPerson} />
      <ChoiceField label={t('column.gate')} any={t('field.chooseGate')} value={gate} options={gates.map((it) => ({ value: it, label: t(`gate.${it}`) }))} onChange={setGate} />
      <DayField label={t('column.from')} value={from} onChange={setFrom} />
      <DayField label={t('column.last')} value={last} onChange={setLast} />
      <div className={styles['buttons']}>
        <Button type="submit" loading={add.isPending} disabled={person === null || gate === undefined}>
          {t('action.save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
};
