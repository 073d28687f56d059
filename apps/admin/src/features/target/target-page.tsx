import { Button } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, Refused, usePageTitle, useWords } from '../../shell/index.ts';
import { ByUnitTable } from './by-unit-table.tsx';
import { Clause } from './clause.tsx';
import { EvidenceTarget } from './evidence-target.tsx';
import { Explanation } from './explanation.tsx';
import { PeopleBehind } from './people-behind.tsx';
import { byUnitQuery, type Group } from './queries.ts';
import styles from './target.module.css';
import { TotalFigures } from './total-figures.tsx';

const route = getRouteApi('/t/$tenant/targets/$target');

/** One target: what the plan says, how it stands in all and by unit, and the people behind it. */
export const TargetPage = () => {
  const words = useWords();
  const { tenant, target } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today, unit, group, person } = route.useSearch();
  const navigate = route.useNavigate();
  const question = { tenant, target, on, unit };
  const figures = useQuery(byUnitQuery(question));
  usePageTitle(figures.data ? words.text(figures.data.title) : target);
  const day = parseIsoDate(on);
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const show = (more: { group?: Group; person?: string | undefined; unit?: string | undefined }) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, on, ...more }).filter(([, it]) => it !== undefined)), resetScroll: false });
  if (figures.error instanceof Refused && figures.error.problem.code === 'target-without-people') return <EvidenceTarget question={question} />;
  return (
    <QueryStates query={figures} waiting={{ rows: 4, height: '6rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant" params={{ tenant }} search={{ on, ...(unit ? { unit } : {}) }}>{words.t('target.back')}</Link>}
            title={words.text(it.title)}
            about={
              <>
                {words.t('overview.milestone', { day: it.total.milestone })}
                {it.unit && ` · ${it.unit.name}`}
                <span data-print-only>
                  {words.t('overview.on')} {words.date(on)}
                </span>
              </>
            }
            actions={
              <>
                {day && <DayField label={words.t('overview.on')} value={day} onChange={(picked) => void navigate({ search: (now) => ({ ...now, on: picked }), resetScroll: false })} />}
                <Button variant="default" onClick={() => window.print()}>
                  {words.t('overview.print')}
                </Button>
              </>
            }
          />
          <div className={styles['top']}>
            <TotalFigures figures={it.total} title={words.text(it.title)} />
            <Clause tenant={tenant} plan={it.planVersion} target={target} />
          </div>
          {it.total.denominator !== null && <ByUnitTable question={question} top={it} onPeople={(code) => show({ unit: code, group: 'missing' })} />}
          {it.total.denominator !== null && may('person.read') && (
            <PeopleBehind question={question} group={group ?? 'missing'} unitName={it.unit?.name} hasFocus={it.total.focus !== null} mayExport={may('roster.export')} onGroup={(picked) => show({ group: picked })} onExplain={(id) => show({ person: id })} onWhole={() => show({ unit: undefined })} />
          )}
          <Explanation question={question} person={person} onClose={() => show({ person: undefined })} />
        </>
      )}
    </QueryStates>
  );
};
