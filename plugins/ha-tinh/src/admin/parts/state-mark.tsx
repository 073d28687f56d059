import type { Word } from '../../tools.ts';
import styles from './parts.module.css';
import { useWords } from './use-lao.ts';

const tones: Readonly<Record<string, string>> = {
  planned: 'plain', open: 'warn', trial: 'warn', official: 'good', ended: 'over',
  submitted: 'warn', consented: 'warn', enrolled: 'warn', declined: 'over', withdrawn: 'over', cut: 'over', draft: 'plain',
  coming: 'plain', 'in-force': 'good', ending: 'warn',
};

/** How a class, a request or an agreement stands, in words; the colour only repeats them. */
export const StateMark = ({ of, state }: { of: 'class' | 'lao-enrolment' | 'agreement'; state: string }) => {
  const { t } = useWords();
  return (
    <span className={styles['state']} data-tone={tones[state] ?? 'plain'}>
      {t(`${of}.state.${state}` as Word)}
    </span>
  );
};
