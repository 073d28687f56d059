import type { SlotProps } from '@saubac/plugin-api/admin';

import { personAnswer } from '../../duties/wire.ts';
import { Answer } from '../parts/answer.tsx';
import styles from '../parts/parts.module.css';
import { StateMark } from '../parts/state-mark.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';

/** What somebody has to do with Lao: work, classes, certificates. */
const LaoOfPersonCard = ({ person }: SlotProps['person.sidebar']) => {
  const { t, date, days } = useWords();
  const query = useLao(`/people/${person}`, personAnswer);
  return (
    <Answer query={query} rows={2}>
      {({ duties, classes }) =>
        duties.length === 0 && classes.length === 0 ? (
          <p className={styles['soft']}>{t('card.nothing')}</p>
        ) : (
          <ul className={styles['plain']}>
            {duties.map((it) => (
              <li key={`${it.work} ${it.from}`}>
                {t('fact.worksWithLaos')}: {it.work} <span className={styles['soft']}>{it.last === null ? t('programme.since', { from: date(it.from) }) : days(it.from, it.last)}</span>
              </li>
            ))}
            {classes.map((it) => (
              <li key={it.class}>
                {it.name} · <StateMark of="lao-enrolment" state={it.state} />
                {it.certificate && <div>{t('card.certificate', { number: it.certificate.number, on: date(it.certificate.issuedOn) })}{it.certificate.level !== null && ` · ${t('programme.levelOf', { level: it.certificate.level })}`}</div>}
              </li>
            ))}
          </ul>
        )
      }
    </Answer>
  );
};

export default LaoOfPersonCard;
