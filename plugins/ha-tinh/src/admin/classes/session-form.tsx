import { NumberInput, TextInput } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import type { IsoDate } from '@saubac/domain/values';
import { useState } from 'react';

import type { ClassWhole, Session } from '../../classes/wire.ts';
import styles from '../parts/parts.module.css';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';
import { MarkChoice } from './mark-choice.tsx';
import marks from './session-form.module.css';

type Mark = 'present' | 'excused' | 'absent';

/**
 * Attendance of a whole class at once: everybody is taken as present, and who is not is changed. Large enough for a thumb, since it is
 * taken in the room.
 */
export const SessionForm = ({ it, session }: { it: ClassWhole; session: Session | undefined }) => {
  const { setSearch, today } = usePlugin();
  const { t } = useWords();
  const learners = it.learners.filter((one) => one.state === 'enrolled' || one.state === 'official' || session?.marks[one.enrolment] !== undefined);
  const [heldOn, setHeldOn] = useState((session?.heldOn ?? (today > it.endsOn ? it.endsOn : today)) as IsoDate);
  const [lessons, setLessons] = useState<number | string>(session?.lessons ?? 4);
  const [topic, setTopic] = useState(session?.topic ?? '');
  const [noted, setNoted] = useState<Readonly<Record<string, Mark>>>(() => Object.fromEntries(learners.map((one) => [one.enrolment, session?.marks[one.enrolment] ?? 'present'])));
  const close = (): void => setSearch({ session: undefined });
  const send = useSend(session ? 'PUT' : 'POST', close);
  const path = `/classes/${it.id}/sessions${session ? `/${session.id}` : ''}`;
  const present = Object.values(noted).filter((one) => one === 'present').length;
  return (
    <SendForm action={t('session.save')} busy={send.isPending} error={send.error} needed={[[t('session.lessons'), String(lessons)]]} onCancel={close} onSend={() => send.mutate({ path, body: { heldOn, lessons: Number(lessons), topic: topic.trim() === '' ? null : topic, marks: noted } })}>
      <div className={styles['pair']}>
        <DayField label={t('session.heldOn')} value={heldOn} onChange={setHeldOn} />
        <NumberInput label={t('session.lessons')} value={lessons} min={1} max={12} allowDecimal={false} hideControls onChange={setLessons} />
      </div>
      <TextInput label={t('session.topic')} value={topic} onChange={(event) => setTopic(event.currentTarget.value)} />
      <p className={styles['soft']} role="status">{t('session.count', { present, all: learners.length })}</p>
      <ul className={marks['list']}>
        {learners.map((one) => (
          <li key={one.enrolment}>
            <MarkChoice name={one.enrolment} label={one.name ?? t('enrolment.someone')} about={one.unit} value={noted[one.enrolment] ?? 'present'} onChange={(mark) => setNoted({ ...noted, [one.enrolment]: mark })} />
          </li>
        ))}
      </ul>
    </SendForm>
  );
};
