import { usePlugin } from '@saubac/plugin-api/admin';
import type { ReactNode } from 'react';

import type { ClassWhole } from '../../classes/wire.ts';
import styles from '../parts/parts.module.css';
import { useWords } from '../parts/use-lao.ts';

/** What was decided about a class. */
export const ClassFacts = ({ it }: { it: ClassWhole }) => {
  const { href, may } = usePlugin();
  const { t, date, number, percent } = useWords();
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('column.programme'), `${it.programme} (${t(`course.${it.course}`)}, ${t('class.lessons', { count: it.programmeLessons })})`],
    [t('column.decision'), it.decisionNumber === null ? t('class.noDecision') : `${it.decisionNumber}${it.decisionOn === null ? '' : `, ${date(it.decisionOn)}`}`],
    [t('class.place'), it.place],
    [t('class.teachers'), it.teachers.length === 0 ? t('class.noTeachers') : it.teachers.map((one) => `${one.name ?? t('enrolment.someone')}${one.person === null ? ` (${t('class.fromLaos')})` : ''}`).join(', ')],
    [t('class.seats'), it.capacity > it.seats ? t('class.seatsOver', { seats: number(it.seats), capacity: number(it.capacity) }) : number(it.seats)],
    [t('class.lessonsHeld'), `${number(it.lessonsHeld)} / ${number(it.programmeLessons)}`],
    [t('class.minAttendance'), percent(it.minAttendance)],
    ...(it.orderNumber === null ? [] : [[t('class.order'), it.orderNumber] as const]),
    ...(it.agreement === null ? [] : [[t('class.agreement'), may('agreement.read') ? <a key="agreement" href={href(`/x/ha-tinh/agreements?agreement=${it.agreement.id}`)}>{it.agreement.title}</a> : it.agreement.title] as const]),
  ];
  return (
    <dl className={styles['facts']}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};
