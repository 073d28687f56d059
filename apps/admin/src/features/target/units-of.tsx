import { useWords } from '../../shell/index.ts';
import styles from './target.module.css';

/** Whether units are those of the day, or those of today that followed them. */
export const UnitsOf = ({ on, units, onUnits }: { on: string; units: 'now' | undefined; onUnits: (units: 'now' | undefined) => void }) => {
  const words = useWords();
  const choices = [[undefined, words.t('target.units-then', { day: on })], ['now', words.t('target.units-now')]] as const;
  return (
    <fieldset className={styles['unitsOf']} data-screen-only>
      <legend>{words.t('target.unitsOf')}</legend>
      {choices.map(([value, label]) => (
        <label key={value ?? 'then'}>
          <input type="radio" name="units" checked={units === value} onChange={() => onUnits(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
};
