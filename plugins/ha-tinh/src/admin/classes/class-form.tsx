import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField, OptionalDayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useState } from 'react';

import { agreementsAnswer, idAnswer } from '../../agreements/wire.ts';
import { classAnswer, type ClassWhole } from '../../classes/wire.ts';
import { type ProgrammeLine, programmesAnswer } from '../../programmes/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { SendForm } from '../parts/send-form.tsx';
import { useLao, useSend, useWords } from '../parts/use-lao.ts';
import { type Teacher, TeachersField } from './teachers-field.tsx';

const teachersOf = (it: ClassWhole | undefined): readonly Teacher[] => (it?.teachers ?? []).map((one) => (one.person === null ? { name: one.name ?? '' } : { person: one.person, shown: one.name ?? '' }));

const Fields = ({ it, programmes }: { it: ClassWhole | undefined; programmes: readonly ProgrammeLine[] }) => {
  const { setSearch, today, may } = usePlugin();
  const { t } = useWords();
  const agreements = useLao('/agreements', agreementsAnswer, may('agreement.read'));
  const [name, setName] = useState(it?.name ?? '');
  const [programme, setProgramme] = useState(it?.programmeId ?? programmes[0]?.id ?? '');
  const [agreement, setAgreement] = useState(it?.agreement?.id ?? '');
  const [decisionNumber, setDecisionNumber] = useState(it?.decisionNumber ?? '');
  const [decisionOn, setDecisionOn] = useState<string | undefined>(it?.decisionOn ?? undefined);
  const [startsOn, setStartsOn] = useState((it?.startsOn ?? today) as IsoDate);
  const [endsOn, setEndsOn] = useState((it?.endsOn ?? today) as IsoDate);
  const [place, setPlace] = useState(it?.place ?? '');
  const [seats, setSeats] = useState<number | string>(it?.seats ?? 25);
  const [teachers, setTeachers] = useState(teachersOf(it));
  const fixed = it !== undefined && it.state !== 'planned';
  const send = useSend(it ? 'PUT' : 'POST', (answer) => setSearch({ edit: undefined, class: idAnswer.parse(answer).id }));
  const body = {
    name, programme, agreement: agreement === '' ? null : agreement, decisionNumber: decisionNumber.trim() === '' ? null : decisionNumber, decisionOn: decisionOn ?? null, startsOn, endsOn, place,
    seats: Number(seats), teachers: teachers.map((one) => ('person' in one ? { person: one.person } : { name: one.name })), ...(it ? { version: it.version } : {}),
  };
  return (
    <SendForm action={t('ui.save')} busy={send.isPending} error={send.error} needed={[[t('class.name'), name], [t('column.programme'), programme], [t('class.place'), place], [t('class.seats'), String(seats)]]} onCancel={() => setSearch({ edit: undefined })} onSend={() => send.mutate({ path: it ? `/classes/${it.id}` : '/classes', body })}>
      <TextInput label={t('class.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <NativeSelect label={t('column.programme')} value={programme} disabled={fixed} data={programmes.map((one) => ({ value: one.id, label: `${one.name} (${t(`course.${one.course}`)})` }))} onChange={(event) => setProgramme(event.currentTarget.value)} />
      <NativeSelect label={t('class.agreement')} value={agreement} data={[{ value: '', label: t('class.noAgreement') }, ...(agreements.data?.items ?? []).map((one) => ({ value: one.id, label: one.title }))]} onChange={(event) => setAgreement(event.currentTarget.value)} />
      <div className={styles['pair']}>
        <TextInput label={t('class.decisionNumber')} description={t('class.decisionAbout')} value={decisionNumber} onChange={(event) => setDecisionNumber(event.currentTarget.value)} />
        <OptionalDayField label={t('class.decisionOn')} hint={t('class.decisionOnAbout')} value={decisionOn} onChange={setDecisionOn} />
      </div>
      <div className={styles['pair']}>
        <DayField label={t('column.startsOn')} value={startsOn} onChange={setStartsOn} />
        <DayField label={t('column.endsOn')} value={endsOn} onChange={setEndsOn} />
      </div>
      <div className={styles['pair']}>
        <TextInput label={t('class.place')} required value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
        <NumberInput label={t('class.seats')} value={seats} disabled={fixed} min={1} max={200} allowDecimal={false} hideControls onChange={setSeats} />
      </div>
      <TeachersField value={teachers} onChange={setTeachers} />
    </SendForm>
  );
};

/** The form of a class, new or known. Programme and seats are fixed once enrolment has opened. */
export const ClassForm = ({ id }: { id?: string }) => {
  const { t } = useWords();
  const programmes = useLao('/programmes', programmesAnswer);
  const known = useLao(`/classes/${id ?? ''}`, classAnswer, id !== undefined);
  return (
    <>
      <PageHeading above={<Goto page="classes" to={id === undefined ? {} : { class: id }}>{id === undefined ? t('page.classes') : (known.data?.name ?? t('page.classes'))}</Goto>} title={t(id === undefined ? 'classes.new' : 'class.edit')} />
      <Answer query={programmes}>{({ items }) => (id === undefined ? <Fields it={undefined} programmes={items} /> : <Answer query={known}>{(it) => <Fields it={it} programmes={items} />}</Answer>)}</Answer>
    </>
  );
};
