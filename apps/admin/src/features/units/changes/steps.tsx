import { Link } from '@tanstack/react-router';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';

/** The steps of writing a change, in their order. */
export const changeSteps = ['basis', 'operations', 'people', 'review'] as const;
export type ChangeStep = (typeof changeSteps)[number];

/** The steps, and where one is. */
export const Steps = ({ tenant, change, step }: { tenant: string; change: string | undefined; step: ChangeStep }) => {
  const words = useWords();
  return (
    <nav aria-label={words.t('unitTree.steps')}>
      <ol className={styles['steps']}>
        {changeSteps.map((it, at) => {
          const label = `${at + 1}. ${words.t(`unitTree.step-${it}`)}`;
          return (
            <li key={it} aria-current={it === step ? 'step' : undefined}>
              {change === undefined || it === step ? (
                <span>{label}</span>
              ) : (
                <Link to="/t/$tenant/units/changes/$change" params={{ tenant, change }} search={{ step: it }}>
                  {label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
