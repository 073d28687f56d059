import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import type { Close } from './queries.ts';

type Problems = NonNullable<Close['problems']>;

const kinds = ['unverifiedCertificates', 'openImports', 'openLanguageClaims', 'peopleWithoutUnit', 'birthDatesMissing'] as const satisfies readonly (keyof Problems)[];

/** What is not settled and may change figures later, a line each; those that a list shows lead there. */
export const OpenProblems = ({ tenant, problems, on, links }: { tenant: string; problems: Problems; on: string; links: boolean }) => {
  const words = useWords();
  const open = kinds.filter((it) => problems[it] > 0);
  if (open.length === 0) return <p className={styles['settled']}>{words.t('closing.settled')}</p>;
  return (
    <ul className={styles['problems']}>
      {open.map((kind) => {
        const text = words.t(`closing.problem-${kind}`, { count: problems[kind] });
        return (
          <li key={kind}>
            {links && kind === 'unverifiedCertificates' ? (
              <Link to="/t/$tenant/people" params={{ tenant }} search={{ state: 'declared', on }}>
                {text}
              </Link>
            ) : (
              text
            )}
          </li>
        );
      })}
    </ul>
  );
};
