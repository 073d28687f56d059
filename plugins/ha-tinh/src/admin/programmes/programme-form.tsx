import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useState } from 'react';

import type { ProgrammeLine } from '../../programmes/wire.ts';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';

/** The form of a programme, new or known. */
export const ProgrammeForm = ({ it }: { it: ProgrammeLine | undefined }) => {
  const { setSearch, today } = usePlugin();
  const { t } = useWords();
  const [name, setName] = useState(it?.name ?? '');
  const [course, setCourse] = useState<string>(it?.course ?? 'basic');
  const [lessons, setLessons] = useState<number | string>(it?.lessons ?? 120);
  const [level, setLevel] = useState<string>(it?.level ? String(it.level) : '');
  const [inForceFrom, setFrom] = useState((it?.inForceFrom ?? today) as IsoDate);
  const [inForceTo, setTo] = useState<string | undefined>(it?.inForceTo ?? undefined);
  const close = (): void => setSearch({ edit: undefined });
  const send = useSend(it ? 'PUT' : 'POST', close);
  const body = { name, course, lessons: Number(lessons), level: level === '' ? null : Number(level), inForceFrom, inForceTo: inForceTo ?? null, ...(it ? { version: it.version } : {}) };
  return (
    <>
      <PageHeading above={<Goto page="programmes" to={{}}>{t('page.programmes')}</Goto>} title={it?.name ?? t('programmes.new')} />
      <SendForm action={t('ui.save')} busy={send.isPending} error={send.error} needed={[[t('programme.name'), name], [t('programme.lessons'), String(lessons)]]} onCancel={close} onSend={() => send.mutate({ path: it ? `/programmes/${it.id}` : '/programmes', body })}>
        <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <div className={styles['pair']}>
          <NativeSelect label={t('programme.course')} value={course} data={(['basic', 'advanced'] as const).map((value) => ({ value, label: t(`course.${value}`) }))} onChange={(event) => setCourse(event.currentTarget.value)} />
          <NumberInput label={t('programme.lessons')} value={lessons} min={1} max={2_000} allowDecimal={false} hideControls onChange={setLessons} />
        </div>
        <NativeSelect label={t('programme.level')} description={t('programme.levelAbout')} value={level} data={[{ value: '', label: t('programme.noLevel') }, ...['1', '2', '3', '4', '5', '6'].map((value) => ({ value, label: t('programme.levelOf', { level: value }) }))]} onChange={(event) => setLevel(event.currentTarget.value)} />
        <div className={styles['pair']}>
          <DayField label={t('programme.from')} value={inForceFrom} onChange={setFrom} />
          <OptionalDayField label={t('programme.to')} value={inForceTo} onChange={setTo} />
        </div>
      </SendForm>
    </>
  );
};
