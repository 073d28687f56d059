import { useWords } from '../parts/use-lao.ts';
import styles from './session-form.module.css';

type Mark = 'present' | 'excused' | 'absent';

/** One learner's attendance as three large choices; arrow keys go between them. */
export const MarkChoice = ({ name, label, about, value, onChange }: { name: string; label: string; about: string | null; value: Mark; onChange: (mark: Mark) => void }) => {
  const { t } = useWords();
  return (
    <fieldset className={styles['choice']}>
      <legend>
        {label} <span>{about}</span>
      </legend>
      <div className={styles['marks']}>
        {(['present', 'excused', 'absent'] as const).map((mark) => (
          <label key={mark} data-mark={mark}>
            <input type="radio" name={name} checked={value === mark} onChange={() => onChange(mark)} />
            <span>{t(`mark.${mark}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
