import { PageHeading, Section } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { CasePanel } from '../../cases/index.ts';
import { RelatedObstacles } from '../../obstacles/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { Proofs } from './proofs.tsx';
import { dutyQuery, type WholeDuty } from './queries.ts';
import { ReportForm } from './report-form.tsx';
import { Sessions } from './sessions.tsx';
import { StateMark } from './state-mark.tsx';
import styles from './tasks.module.css';

const route = getRouteApi('/t/$tenant/tasks/$duty');

const Asked = ({ tenant, duty, readsPlan }: { tenant: string; duty: WholeDuty; readsPlan: boolean }) => {
  const words = useWords();
  return (
    <Section title={words.t('tasks.clause')}>
      {duty.cite && (
        <blockquote className={styles['quote']} lang="vi">
          {duty.cite.quote}
          <footer lang={words.locale} className={styles['soft']}>
            {words.t('tasks.clauseAt', { clause: duty.cite.clause })}
            {duty.clauseAt && readsPlan && (
              <>
                {' · '}
                <Link to="/t/$tenant/plan/versions/$number" params={{ tenant, number: String(duty.clauseAt.version) }} search={{ section: 'tasks', at: `tasks.${duty.clauseAt.task}` }}>
                  {words.t('tasks.inPlan', { number: duty.clauseAt.version })}
                </Link>
              </>
            )}
          </footer>
        </blockquote>
      )}
      {duty.reading && <p className={styles['soft']}>{words.t('tasks.reading', { reading: words.text(duty.reading.chosen) })}</p>}
      <dl className={styles['facts']}>
        <div>
          <dt>{words.t('tasks.body')}</dt>
          <dd>{words.text(duty.bodyName)}</dd>
        </div>
        <div>
          <dt>{words.t('tasks.unit')}</dt>
          <dd>{duty.unit?.name ?? words.t('tasks.unitNone')}</dd>
        </div>
        {duty.coordinating.length > 0 && (
          <div>
            <dt>{words.t('tasks.coordinating')}</dt>
            <dd>{duty.coordinating.map((it) => words.text(it)).join('; ')}</dd>
          </div>
        )}
        {duty.proofs.length > 0 && (
          <div>
            <dt>{words.t('tasks.proofsAsked')}</dt>
            <dd>{duty.proofs.map((it) => words.text(it)).join('; ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  );
};

// What a case goes by: the report, and how many files prove it.
const reported = { 'report.text': 'tasks.reportText', 'report.figure': 'tasks.reportFigure', 'report.document': 'tasks.reportDocument', files: 'tasks.files' } as const;

const Reported = ({ report }: { report: WholeDuty['report'] }) => {
  const words = useWords();
  if (!report) return <p className={styles['soft']}>{words.t('tasks.reportNone')}</p>;
  return (
    <>
      <p className={styles['text']}>{report.text}</p>
      <dl className={styles['facts']}>
        {report.figure !== null && (
          <div>
            <dt>{words.t('tasks.reportFigure')}</dt>
            <dd>{words.number(report.figure)}</dd>
          </div>
        )}
        {report.document !== null && (
          <div>
            <dt>{words.t('tasks.reportDocument')}</dt>
            <dd>{report.document}</dd>
          </div>
        )}
      </dl>
    </>
  );
};

/** One duty: what the plan says, what was done, its proofs, and the hands it goes through. */
export const TaskPage = () => {
  const words = useWords();
  const { tenant, duty: id } = route.useParams();
  const { me } = route.useRouteContext();
  const duty = useQuery(dutyQuery(tenant, id));
  usePageTitle(duty.data ? words.text(duty.data.title) : words.t('tasks.task'));
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  return (
    <QueryStates query={duty} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => {
        const works = it.state === 'open' && may('task.report');
        return (
          <>
            <PageHeading
              above={<Link to="/t/$tenant/tasks" params={{ tenant }}>{words.t('tasks.back')}</Link>}
              title={words.text(it.title)}
              about={<>{words.t('tasks.periodOf', { from: it.from, to: it.to })} · <StateMark state={it.state} late={it.late} daysLate={it.daysLate} />{it.reportedOn !== null && it.state !== 'open' && <> · {words.t(it.daysLate > 0 ? 'tasks.reportedLate' : 'tasks.reportedOn', { day: it.reportedOn, days: it.daysLate })}</>}</>}
            />
            <Asked tenant={tenant} duty={it} readsPlan={may('plan.read')} />
            <Section title={words.t('tasks.report')}>{works ? <ReportForm key={it.version} tenant={tenant} duty={it} /> : <Reported report={it.report} />}</Section>
            <Proofs tenant={tenant} duty={it} works={works} />
            {it.reach && <Sessions tenant={tenant} duty={it} works={works} readsPeople={may('person.read')} today={me.today} />}
            <Section title={words.t('tasks.handling')}>
              <CasePanel tenant={tenant} id={it.case} nameOf={(key) => (key in reported ? words.t(reported[key as keyof typeof reported]) : key)} />
            </Section>
            <RelatedObstacles tenant={tenant} of={{ about: it.task }} permissions={me.permissions} />
          </>
        );
      }}
    </QueryStates>
  );
};
