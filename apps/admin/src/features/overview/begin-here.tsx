import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';
import { headsQuery, plansQuery } from './queries.ts';

type Step = { done: boolean; text: string; to: string | undefined };

const StepLine = ({ tenant, step: { done, text, to } }: { tenant: string; step: Step }) => {
  const words = useWords();
  return (
    <li>
      {to === undefined || done ? text : (
        <Link to={to as '/t/$tenant'} params={{ tenant }}>
          {text}
        </Link>
      )}
      {done && <span className={styles['good']}> ({words.t('overview.done')})</span>}
    </li>
  );
};

/** What a place that has just begun does before there are figures; whoever can't do it is told who does. */
export const BeginHere = ({ tenant, on, permissions }: { tenant: string; on: string; permissions: readonly string[] }) => {
  const words = useWords();
  const plans = useQuery(plansQuery(tenant));
  const heads = useQuery({ ...headsQuery(tenant), enabled: permissions.includes('person.read') });
  const planned = plans.data === undefined || plans.data.items.length > 0;
  const peopled = heads.data === undefined || (heads.data.total ?? 0) > 0;
  // There are a plan and people, only not on this day.
  if (planned && peopled) return <EmptyState title={words.t('overview.noPlanTitle', { day: on })}>{words.t('overview.noPlanAbout')}</EmptyState>;
  const mayPlan = permissions.includes('plan.draft');
  const mayImport = permissions.includes('roster.import');
  const steps: Step[] = [
    { done: planned, text: words.t(mayPlan ? 'overview.beginPlan' : 'overview.beginPlanAsk'), to: mayPlan ? '/t/$tenant/plan' : undefined },
    { done: peopled, text: words.t(mayImport ? 'overview.beginPeople' : 'overview.beginPeopleAsk'), to: mayImport ? '/t/$tenant/imports' : undefined },
  ];
  return (
    <EmptyState
      title={words.t('overview.beginTitle')}
      action={
        <ol className={styles['begin']}>
          {steps.map((step) => (
            <StepLine key={step.text} tenant={tenant} step={step} />
          ))}
        </ol>
      }
    >
      {words.t('overview.beginAbout')}
    </EmptyState>
  );
};
