import { Button } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { byMilestone } from './by-milestone.ts';
import { LateTargets } from './late-targets.tsx';
import { MilestoneSection } from './milestone-section.tsx';
import styles from './overview.module.css';
import { plansQuery, progressQuery, unitQuery } from './queries.ts';

type Parts = { tenant: string; me: { tenant: { name: string } }; on: string; unit: string | undefined; onDay: (day: string) => void };

/** How all targets of the plans in force stand on a day. */
export const OverviewPage = ({ tenant, me, on, unit, onDay }: Parts) => {
  const words = useWords();
  usePageTitle(words.t('overview.title'));
  // What was shown stays until the other day's figures are here.
  const progress = useQuery({ ...progressQuery({ tenant, on, unit }), placeholderData: keepPreviousData });
  const plans = useQuery(plansQuery(tenant));
  const asked = useQuery({ ...unitQuery(tenant, unit ?? '', on), enabled: unit !== undefined });
  const unitName = asked.data?.versions.at(-1)?.name ?? unit;
  const day = parseIsoDate(on);
  return (
    <>
      <PageHeading
        title={words.t('overview.title')}
        about={
          <>
            {unit === undefined ? words.t('overview.unitAll', { tenant: me.tenant.name }) : words.t('overview.ofUnit', { unit: unitName ?? '' })}
            {unit !== undefined && (
              <>
                {' · '}
                <Link to="/t/$tenant" params={{ tenant }} search={{ on }} data-screen-only>
                  {words.t('overview.wholeTenant')}
                </Link>
              </>
            )}
            <span data-print-only>
              {words.t('overview.on')} {words.date(on)}
            </span>
          </>
        }
        actions={
          <>
            {day && <DayField label={words.t('overview.on')} value={day} onChange={onDay} />}
            <Button variant="default" onClick={() => window.print()}>
              {words.t('overview.print')}
            </Button>
          </>
        }
      />
      <QueryStates query={progress} waiting={{ rows: 6, height: '6rem' }}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={words.t('overview.noPlanTitle', { day: on })}>{words.t('overview.noPlanAbout')}</EmptyState>
          ) : (
            <div className={styles['page']} aria-busy={progress.isPlaceholderData || undefined}>
              <LateTargets tenant={tenant} items={items} on={on} unit={unit} />
              {byMilestone(items, on).map((it) => (
                <MilestoneSection
                  key={`${it.plan} ${it.day}`} milestone={it} tenant={tenant} on={on} unit={unit}
                  planTitle={plans.data?.items.find(({ plan, number }) => plan === it.plan && number === it.planVersion)?.title ?? plans.data?.items.find(({ plan }) => plan === it.plan)?.title}
                />
              ))}
              <p className={styles['note']}>
                {words.t('overview.notOneSum')} {words.t('overview.byYearAbout')}
              </p>
            </div>
          )
        }
      </QueryStates>
    </>
  );
};
