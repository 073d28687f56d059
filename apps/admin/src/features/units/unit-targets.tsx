import { Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import { plansQuery, type TargetHere, unitTargetsQuery } from './queries.ts';
import styles from './units.module.css';

/** Targets under the plans that they are of, in their order. */
const byPlan = (targets: readonly TargetHere[]): { plan: string; version: number; targets: TargetHere[] }[] => {
  const plans: { plan: string; version: number; targets: TargetHere[] }[] = [];
  for (const it of targets) {
    const last = plans.find(({ plan }) => plan === it.plan);
    if (last) last.targets.push(it);
    else plans.push({ plan: it.plan, version: it.planVersion, targets: [it] });
  }
  return plans;
};

/** How the targets of the plans in force stand in a unit with all below it, under the name of their plan. */
export const UnitTargets = ({ tenant, unit, on }: { tenant: string; unit: string; on: string }) => {
  const words = useWords();
  const targets = useQuery(unitTargetsQuery(tenant, unit, on));
  const plans = useQuery(plansQuery(tenant));
  const titleOf = (version: number, plan: string): string => {
    const title = plans.data?.items.find((it) => it.number === version)?.title;
    return title ? words.text(title) : plan;
  };
  const heads = (value: number | null) => (value === null ? '–' : words.number(value));
  return (
    <Section title={words.t('unitTree.targets')}>
      <QueryStates query={targets} waiting={{ rows: 4, height: '2rem' }}>
        {({ items }) => {
          const measured = items.filter((it) => it.denominator !== null && it.denominator > 0);
          if (measured.length === 0) return <p className={styles['soft']}>{words.t('unitTree.targetsNone')}</p>;
          return (
            <div className={styles['scroll']} tabIndex={0} role="region" aria-label={words.t('unitTree.targets')}>
              <table className={styles['rows']}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('unitTree.target')}</th>
                    <th scope="col" className={styles['end']}>{words.t('unitTree.cohort')}</th>
                    <th scope="col" className={styles['end']}>{words.t('unitTree.reached')}</th>
                    <th scope="col" className={styles['end']}>{words.t('unitTree.share')}</th>
                    <th scope="col" className={styles['end']}>{words.t('unitTree.goal')}</th>
                  </tr>
                </thead>
                <tbody>
                  {byPlan(measured).map(({ plan, version, targets: of }) => (
                    <Fragment key={plan}>
                      <tr>
                        <th scope="rowgroup" colSpan={5} className={styles['soft']}>{titleOf(version, plan)}</th>
                      </tr>
                      {of.map((it) => (
                        <tr key={it.target}>
                          <th scope="row">
                            <Link to="/t/$tenant/targets/$target" params={{ tenant, target: it.target }} search={{ on, unit }}>
                              {words.text(it.title)}
                            </Link>
                            <div className={styles['soft']}>{words.t('unitTree.milestone', { day: it.milestone })}</div>
                          </th>
                          <td className={styles['end']} data-label={words.t('unitTree.cohort')}>{heads(it.denominator)}</td>
                          <td className={styles['end']} data-label={words.t('unitTree.reached')}>{heads(it.numerator)}</td>
                          <td className={styles['end']} data-label={words.t('unitTree.share')}>{it.percent === null ? '–' : words.percent(it.percent)}</td>
                          <td className={styles['end']} data-label={words.t('unitTree.goal')}>{it.goalPercent === null ? '–' : words.percent(it.goalPercent)}</td>
                        </tr>
                      ))}
                    </Fragment>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </QueryStates>
    </Section>
  );
};
