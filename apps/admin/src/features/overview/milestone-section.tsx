import type { LocalText } from '@saubac/domain/values';
import { commonScale } from '@saubac/ui/figures';
import { Section } from '@saubac/ui/frame';
import { useWords } from '../../shell/index.ts';
import type { Milestone } from './by-milestone.ts';
import { FiguresTable } from './figures-table.tsx';
import styles from './overview.module.css';
import { TargetRow } from './target-row.tsx';
import { YearsKey } from './years-key.tsx';

/** `first`: the first that is shown of its plan, which is named there. */
type Parts = { milestone: Milestone; tenant: string; on: string; unit: string | undefined; planTitle: LocalText | undefined; first: boolean };

/** The targets that are due on one day: bars on one scale, by which they can be compared, and the same figures as a table. */
export const MilestoneSection = ({ milestone, tenant, on, unit, planTitle, first }: Parts) => {
  const words = useWords();
  const { day, past, plan, planVersion, targets } = milestone;
  const scale = commonScale(targets.flatMap((it) => [it.percent, it.goalPercent]));
  return (
    <Section title={`${words.t('overview.milestone', { day })}${past ? ` (${words.t('overview.milestonePast')})` : ''}`}>
      {first && (
        <>
          <p className={styles['plan']}>
            {planTitle ? words.text(planTitle) : plan}, {words.t('overview.version', { version: planVersion })}
          </p>
          <YearsKey />
        </>
      )}
      <ul className={styles['targets']}>
        {targets.map((it) => (
          <TargetRow key={it.target} figures={it} tenant={tenant} on={on} unit={unit} scale={scale} />
        ))}
      </ul>
      <div data-print-only>
        <FiguresTable targets={targets} tenant={tenant} on={on} unit={unit} />
      </div>
      <details className={styles['asTable']} data-screen-only>
        <summary>{words.t('overview.table')}</summary>
        <FiguresTable targets={targets} tenant={tenant} on={on} unit={unit} />
      </details>
    </Section>
  );
};
