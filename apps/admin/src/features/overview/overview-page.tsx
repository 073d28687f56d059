import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { PluginSlots } from '../../outlet/index.ts';
import { ExportButton, PrintButton, QueryStates, Refused, usePageTitle, useUnitName, useWords } from '../../shell/index.ts';
import { BeginHere } from './begin-here.tsx';
import { byMilestone } from './by-milestone.ts';
import { LateTargets } from './late-targets.tsx';
import { MilestoneSection } from './milestone-section.tsx';
import styles from './overview.module.css';
import { plansQuery, progressQuery, type TargetFigures } from './queries.ts';
import { UnitPicker } from './unit-picker.tsx';

type Parts = { tenant: string; me: { tenant: { name: string }; permissions: readonly string[] }; on: string; unit: string | undefined; onDay: (day: string) => void; onUnit: (unit: string | undefined) => void };

const isWithoutPlan = (error: unknown): boolean => error instanceof Refused && error.problem.code === 'no-plan-in-force';

const Targets = ({ tenant, items, on, unit }: { tenant: string; items: readonly TargetFigures[]; on: string; unit: string | undefined }) => {
  const words = useWords();
  const plans = useQuery(plansQuery(tenant));
  const titleOf = (asked: string, version: number) => plans.data?.items.find(({ plan, number }) => plan === asked && number === version)?.title ?? plans.data?.items.find(({ plan }) => plan === asked)?.title;
  const counted = items.filter((it) => it.goalPercent !== null);
  const nobody = unit === undefined && counted.length > 0 && counted.every((it) => it.status === 'empty');
  return (
    <>
      {nobody && <Notice>{words.t('overview.nobody')}</Notice>}
      <LateTargets tenant={tenant} items={items} on={on} unit={unit} />
      {byMilestone(items, on).map((it, index, all) => (
        <MilestoneSection
          key={`${it.plan} ${it.day}`} milestone={it} tenant={tenant} on={on} unit={unit} planTitle={titleOf(it.plan, it.planVersion)}
          first={all[index - 1]?.plan !== it.plan}
        />
      ))}
      <p className={styles['note']}>
        {words.t('overview.notOneSum')} {words.t('overview.yearsNote')}
      </p>
    </>
  );
};

/** How all targets of the plans in force stand on a day. */
export const OverviewPage = ({ tenant, me, on, unit, onDay, onUnit }: Parts) => {
  const words = useWords();
  usePageTitle(words.t('overview.title'));
  // What was shown stays until the other day's figures are here.
  const progress = useQuery({ ...progressQuery({ tenant, on, unit }), placeholderData: keepPreviousData });
  const begun = !isWithoutPlan(progress.error) && progress.data?.items.length !== 0;
  const unitName = useUnitName(tenant, unit, on);
  const day = parseIsoDate(on);
  const order = { kind: 'progress' as const, on, unit: unit ?? null, format: 'xlsx' as const };
  return (
    <>
      <PageHeading
        title={words.t('overview.title')}
        about={
          <>
            {unit === undefined ? words.t('overview.unitAll', { tenant: me.tenant.name }) : words.t('overview.ofUnit', { unit: unitName ?? '' })}
            <span data-print-only>
              {words.t('overview.on')} {words.date(on)}
            </span>
          </>
        }
        actions={
          <>
            {begun && <UnitPicker tenant={tenant} unit={unit} on={on} onChange={onUnit} />}
            {day && <DayField label={words.t('overview.on')} value={day} onChange={onDay} />}
            {begun && <PrintButton />}
          </>
        }
      />
      {begun ? (
        <QueryStates query={progress} waiting={{ rows: 6, height: '6rem' }}>
          {({ items }) => (
            <div className={styles['page']} aria-busy={progress.isPlaceholderData || undefined}>
              <Targets tenant={tenant} items={items} on={on} unit={unit} />
              {day && <PluginSlots at="overview.main" given={{ on: day }} />}
              <div className={styles['export']}>
                <ExportButton key={`${on} ${unit ?? ''}`} tenant={tenant} order={order} />
              </div>
            </div>
          )}
        </QueryStates>
      ) : (
        <BeginHere tenant={tenant} on={on} permissions={me.permissions} />
      )}
    </>
  );
};
