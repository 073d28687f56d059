import { useWords } from '../../shell/index.ts';
import styles from './audit-trail.module.css';
import { changesInWords } from './changes-in-words.ts';
import type { FieldChange } from './queries.ts';

const isNothing = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** Which sides say anything: what was added has no before, what was taken away no after. */
const sidesOf = (changes: readonly FieldChange[]): readonly ('before' | 'after')[] => {
  const said = changes.map((it) => (it.kind === 'value' ? ([it.before, it.after] as const) : ([it.removed, it.added] as const)));
  if (said.every(([before]) => isNothing(before))) return ['after'];
  return said.every(([, after]) => isNothing(after)) ? ['before'] : ['before', 'after'];
};

/** What an act changed: each field with what it was and what it is. */
export const ChangesTable = ({ changes, names, label }: { changes: readonly FieldChange[]; names: Readonly<Record<string, string>>; label: string }) => {
  const words = useWords();
  if (changes.length === 0) return <p className={styles['soft']}>{words.t('auditTrail.noChanges')}</p>;
  const sides = sidesOf(changes);
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['changes']} data-stacked>
        <thead>
          <tr>
            <th scope="col">{words.t('auditTrail.field')}</th>
            {sides.map((side) => (
              <th key={side} scope="col">{words.t(`auditTrail.${side}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changesInWords(changes, names, words).map((line, at) => (
            <tr key={`${at} ${line.field}`}>
              <th scope="row">{line.field}</th>
              {sides.map((side) => (
                <td key={side} {...(sides.length > 1 ? { 'data-label': words.t(`auditTrail.${side}`) } : {})}>{line[side]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
