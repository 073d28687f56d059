import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { isLate } from './by-milestone.ts';
import styles from './overview.module.css';
import type { TargetFigures } from './queries.ts';

/** What is past its day and not reached, first of all, because somebody has to act on it. */
export const LateTargets = ({ tenant, items, on, unit }: { tenant: string; items: readonly TargetFigures[]; on: string; unit: string | undefined }) => {
  const words = useWords();
  const late = items.filter((it) => isLate(it, on));
  if (late.length === 0) return <p className={styles['note']}>{words.t('overview.lateNone')}</p>;
  return (
    <section className={styles['late']} aria-labelledby="late">
      <h2 id="late">
        {words.t('overview.late')} <span className={styles['count']}>{words.number(late.length)}</span>
      </h2>
      <ul>
        {late.map(({ plan, target, title, milestone, missing, status }) => (
          <li key={`${plan} ${target}`}>
            <Link to="/t/$tenant/targets/$target" params={{ tenant, target }} search={{ on, ...(unit ? { unit } : {}), ...(status === 'no-evidence' ? {} : { group: 'missing' as const }) }}>
              {words.text(title)}
            </Link>
            <span>{status === 'no-evidence' ? words.t('overview.lateEvidence', { day: milestone }) : words.t('overview.lateLine', { day: milestone, count: missing ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
