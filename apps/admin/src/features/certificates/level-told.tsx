import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { tablesQuery, type WholeCertificate } from './queries.ts';

/** The level of a certificate on the day, and why it is that. */
export const LevelTold = ({ certificate: it, alone = false }: { certificate: WholeCertificate; /** It is said elsewhere that the level counts only once it is verified. */ alone?: boolean }) => {
  const words = useWords();
  return (
    <>
      <p className={styles['figure']}>
        {it.level === null ? words.t('certificateDesk.levelNone') : words.t('certificateDesk.levelExactly', { level: it.level })}
        {it.level !== null && <span className={styles['soft']}> {it.levelLastDay === null ? words.t('certificateDesk.levelUnlimited') : words.t('certificateDesk.levelUntil', { day: it.levelLastDay })}</span>}
      </p>
      <ul className={styles['sentences']}>
        {it.explanation.slice(1).map((sentence) => (
          <li key={sentence.vi}>{words.text(sentence)}</li>
        ))}
      </ul>
      {!alone && it.level !== null && it.state !== 'verified' && <p className={styles['soft']}>{words.t('certificateDesk.levelNotCountedState')}</p>}
    </>
  );
};

/** What each equivalence table says of a certificate, the adopted ones and the others. */
export const LevelsByTable = ({ tenant, certificate }: { tenant: string; certificate: WholeCertificate }) => {
  const words = useWords();
  const tables = useQuery(tablesQuery(tenant));
  if (certificate.levels.length === 0) return null;
  const nameOf = (code: string | null) => {
    if (code === null) return words.t('certificateDesk.tableDecision');
    const found = tables.data?.items.find((it) => it.code === code);
    return found ? words.text(found.name) : code;
  };
  return (
    <details className={styles['more']}>
      <summary>{words.t('certificateDesk.levelByTable')}</summary>
      <table className={styles['rows']}>
        <thead>
          <tr>
            <th scope="col">{words.t('certificateDesk.table')}</th>
            <th scope="col">{words.t('certificateDesk.level')}</th>
            <th scope="col">{words.t('certificateDesk.from')}</th>
            <th scope="col">{words.t('certificateDesk.lastDay')}</th>
          </tr>
        </thead>
        <tbody>
          {certificate.levels.map((it) => (
            <tr key={it.table}>
              <td>
                {nameOf(it.table)} {it.table !== null && <span className={styles['soft']}>{words.t(it.adopted ? 'certificateDesk.tableAdopted' : 'certificateDesk.tableNotAdopted')}</span>}
              </td>
              <td data-label={words.t('certificateDesk.level')}>{it.level}</td>
              <td data-label={words.t('certificateDesk.from')}>{words.date(it.from)}</td>
              <td data-label={words.t('certificateDesk.lastDay')}>{it.lastDay === null ? words.t('certificateDesk.levelUnlimited') : words.date(it.lastDay)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
