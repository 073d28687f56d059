import { TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import styles from '../parts/parts.module.css';
import { PersonField } from '../parts/person-field.tsx';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';

/** Puts somebody on the list. */
export const DutyForm = () => {
  const { setSearch, today } = usePlugin();
  const { t } = useWords();
  const [person, setPerson] = useState<string | null>(null);
  const [work, setWork] = useState('');
  const [from, setFrom] = useState<IsoDate>(today);
  const [last, setLast] = useState<string | undefined>();
  const close = (): void => setSearch({ edit: undefined });
  const send = useSend('POST', close);
  return (
    <Section title={t('duties.new')}>
      <SendForm action={t('ui.save')} busy={send.isPending} error={send.error} needed={[[t('column.name'), person], [t('duty.work'), work]]} onSend={() => send.mutate({ path: '/duties', body: { person, work, from, last: last ?? null } })} onCancel={close}>
        <PersonField label={t('column.name')} value={person} onChange={setPerson} />
        <TextInput label={t('duty.work')} description={t('duty.workAbout')} required value={work} onChange={(event) => setWork(event.currentTarget.value)} />
        <div className={styles['pair']}>
          <DayField label={t('duty.from')} value={from} onChange={setFrom} />
          <OptionalDayField label={t('duty.last')} value={last} onChange={setLast} />
        </div>
      </SendForm>
    </Section>
  );
};
