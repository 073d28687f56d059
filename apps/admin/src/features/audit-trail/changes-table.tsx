import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { changesInWords } from './changes-in-words.ts';
import type { FieldChange } from './queries.ts';

/** What an act changed: each field with what it was and what it is. */
export const ChangesTable = ({ changes, names, label }: { changes: readonly FieldChange[]; names: Readonly<Record<string, string>>; label: string }) => {
  const words = useWords();
  if (changes.length === 0) return <p className={styles['soft']}>{words.t('auditTrail.noChanges')}</p>;
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['changes']}>
        <thead>
          <tr>
            <th scope="col">{words.t('auditTrail.field')}</th>
            <th scope="col">{words.t('auditTrail.before')}</th>
            <th scope="col">{words.t('auditTrail.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changesInWords(changes, names, words).map(({ field, before, after }, at) => (
            <tr key={`${at} ${field}`}>
              <th scope="row">{field}</th>
              <td data-label={words.t('auditTrail.before')}>{before}</td>
              <td data-label={words.t('auditTrail.after')}>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
