import { BulletBar } from '@saubac/ui/figures';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';
import { factsQuery, type TargetFigures } from './queries.ts';
import { useYears, Years } from './years.tsx';

type Parts = { figures: TargetFigures; tenant: string; on: string; unit: string | undefined; scale: number };

const Said = ({ figures }: { figures: TargetFigures }) => {
  const words = useWords();
  const { status, numerator, denominator, percent } = figures;
  if (status === 'empty') return <span className={styles['quiet']}>{words.t('overview.empty')}</span>;
  if (status === 'unavailable') return <span className={styles['quiet']}>{words.t('overview.unavailable')}</span>;
  if (status === 'met') return <span className={styles['good']}>{words.t('overview.met')}</span>;
  if (status === 'no-evidence') return <span className={styles['quiet']}>{words.t('overview.noEvidence')}</span>;
  return (
    <>
      <strong className={styles['share']}>{percent === null ? words.t('overview.nothing') : words.percent(percent)}</strong>
      <span className={styles['quiet']}>{words.t('overview.ofCohort', { numerator: numerator ?? 0, denominator: denominator ?? 0 })}</span>
    </>
  );
};

const Missing = ({ figures: { missing, target, status }, tenant, on, unit }: Omit<Parts, 'scale'>) => {
  const words = useWords();
  if (missing === null || status === 'empty') return null;
  if (missing === 0) return <span className={styles['good']}>{words.t('overview.enough')}</span>;
  return (
    <>
      <span className={styles['quiet']}>{words.t('overview.missing')}</span>
      <Link to="/t/$tenant/targets/$target" params={{ tenant, target }} search={{ on, ...(unit ? { unit } : {}), group: 'missing' }} className={styles['heads']}>
        {words.t('overview.missingHeads', { count: missing })}
      </Link>
    </>
  );
};

const Notes = ({ figures: { focus, unknown, status, target }, tenant, on, unit }: Omit<Parts, 'scale'>) => {
  const words = useWords();
  const notKnown = Object.values(unknown).reduce((sum, it) => sum + it, 0);
  const facts = useQuery({ ...factsQuery(tenant), enabled: notKnown > 0 });
  const labelOf = (fact: string): string => {
    const found = facts.data?.facts.find((it) => it.id === fact);
    return found ? words.text(found.label) : fact;
  };
  return (
    <>
      {status === 'not-yet-measurable' && <div>{words.t('overview.notYetMeasurable')}</div>}
      {focus && focus.denominator > 0 && (
        <div>
          <Link to="/t/$tenant/targets/$target" params={{ tenant, target }} search={{ on, ...(unit ? { unit } : {}), group: 'focus' }}>
            {words.t('overview.focus', { numerator: focus.numerator, denominator: focus.denominator, percent: focus.percent ?? 0 })}
          </Link>
        </div>
      )}
      {notKnown > 0 && <div>{words.t('overview.unknown', { facts: Object.keys(unknown).map(labelOf), count: notKnown })}</div>}
    </>
  );
};

/** One target: its name, how far it is against its goal, who is missing, the years before. */
export const TargetRow = ({ figures, tenant, on, unit, scale }: Parts) => {
  const words = useWords();
  const years = useYears(figures, { tenant, on, unit });
  const { target, title, percent, goalPercent } = figures;
  const measured = goalPercent !== null && figures.status !== 'empty' && figures.status !== 'unavailable';
  const label = words.t('overview.barLabel', { title: words.text(title), value: percent === null ? words.t('overview.nothing') : words.percent(percent), goal: goalPercent === null ? '' : words.percent(goalPercent) });
  return (
    <li className={styles['target']} data-measured={measured || undefined}>
      <h3 className={styles['title']}>
        <Link to="/t/$tenant/targets/$target" params={{ tenant, target }} search={{ on, ...(unit ? { unit } : {}) }}>
          {words.text(title)}
        </Link>
      </h3>
      <div className={styles['figure']}>
        <Said figures={figures} />
      </div>
      <div className={styles['bar']}>{measured && <BulletBar value={percent} goal={goalPercent} scale={scale} label={label} />}</div>
      {/* The place is kept while it is on its way, so that nothing moves. */}
      <div className={styles['years']}>{measured && years.length > 0 && <Years title={words.text(title)} years={years} tenant={tenant} unit={unit} />}</div>
      <div className={styles['missing']}>
        <Missing figures={figures} tenant={tenant} on={on} unit={unit} />
      </div>
      <div className={styles['notes']}>
        <Notes figures={figures} tenant={tenant} on={on} unit={unit} />
      </div>
    </li>
  );
};
