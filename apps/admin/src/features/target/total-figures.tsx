import { BulletBar, commonScale, InlineBar } from '@saubac/ui/figures';
import { useWords } from '../../shell/index.ts';
import type { ByUnit } from './queries.ts';
import styles from './target.module.css';

/** How the target stands in all: share, heads, goal, who is missing. */
export const TotalFigures = ({ figures, title }: { figures: ByUnit['total']; title: string }) => {
  const words = useWords();
  const { percent, goalPercent, numerator, denominator, missing, status, focus, levelAlone } = figures;
  if (status === 'empty') return <p className={styles['soft']}>{words.t('overview.empty')}</p>;
  if (denominator === null) return <p className={styles['soft']}>{words.t(status === 'met' ? 'overview.met' : status === 'no-evidence' ? 'overview.noEvidence' : 'overview.unavailable')}</p>;
  const value = percent === null ? words.t('overview.nothing') : words.percent(percent);
  return (
    <div className={styles['total']}>
      <div className={styles['figures']}>
        <div>
          <span className={styles['soft']}>{words.t('overview.reached')}</span>
          <strong>{value}</strong>
          <span className={styles['soft']}>{words.t('overview.ofCohort', { numerator: numerator ?? 0, denominator })}</span>
        </div>
        <div>
          <span className={styles['soft']}>{words.t('overview.missing')}</span>
          <strong>{missing ? words.t('overview.missingHeads', { count: missing }) : words.t('overview.enough')}</strong>
        </div>
      </div>
      {goalPercent !== null && (
        <BulletBar value={percent} goal={goalPercent} scale={commonScale([percent, goalPercent])} label={words.t('overview.barLabel', { title, value, goal: words.percent(goalPercent) })} />
      )}
      {status === 'not-yet-measurable' && <p className={styles['soft']}>{words.t('overview.notYetMeasurable')}</p>}
      {status === 'measured' && levelAlone && (
        <p className={styles['soft']}>{words.t('target.levelAlone', { numerator: levelAlone.numerator, denominator: levelAlone.denominator, percent: levelAlone.percent ?? 0, missing: levelAlone.missing })}</p>
      )}
      {focus && focus.denominator > 0 && (
        <div className={styles['focus']}>
          <p className={styles['soft']}>{words.t('overview.focus', { numerator: focus.numerator, denominator: focus.denominator, percent: focus.percent ?? 0 })}</p>
          <InlineBar value={focus.percent} goal={goalPercent} scale={commonScale([percent, goalPercent])} />
        </div>
      )}
    </div>
  );
};
