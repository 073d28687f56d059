import { useWords } from '../../shell/index.ts';
import { type Step, steps } from './import-states.ts';
import styles from './imports.module.css';

/** The steps of an import, the one that it stands in marked. */
export const StepsShown = ({ current, over }: { current: Step | null; over: boolean }) => {
  const words = useWords();
  const at = current === null ? -1 : steps.indexOf(current);
  return (
    <ol className={styles['steps']} aria-label={words.t('importDesk.steps')}>
      {steps.map((step, index) => {
        const done = index < at || (step === 'Upload' && at < 0) || (over && step === current);
        return (
          <li key={step} data-done={done || undefined} {...(step === current && !over ? { 'aria-current': 'step' as const } : {})}>
            {words.t(`importDesk.step${step}`)}
            {done && <span className={styles['unseen']}> ({words.t('importDesk.stepDone')})</span>}
          </li>
        );
      })}
    </ol>
  );
};
