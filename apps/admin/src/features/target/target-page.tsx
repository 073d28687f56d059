import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { RelatedObstacles } from '../../obstacles/index.ts';
import { PluginSlots } from '../../outlet/index.ts';
import { PrintButton, QueryStates, Refused, usePageTitle, useWords } from '../../shell/index.ts';
import { ByUnitTable } from './by-unit-table.tsx';
import { Clause } from './clause.tsx';
import { EvidenceTarget } from './evidence-target.tsx';
import { Explanation } from './explanation.tsx';
import { PeopleBehind } from './people-behind.tsx';
import { byUnitQuery, type Group } from './queries.ts';
import type { UnitOrder } from './sort-units.ts';
import styles from './target.module.css';
import { TotalFigures } from './total-figures.tsx';

const route = getRouteApi('/t/$tenant/targets/$target');

type More = { group?: Group; search?: string | undefined; person?: string | undefined; unit?: string | undefined; units?: 'now' | undefined; sort?: Exclude<UnitOrder['by'], 'unit'> | undefined; down?: true | undefined };

/** One target: what the plan says, how it stands in all and by unit, and the people behind it. */
export const TargetPage = () => {
  const words = useWords();
  const { tenant, target } = route.useParams();
  const { me } = route.useRouteContext();
  const { on = me.today, unit, units, sort = 'unit', down = false, group = 'missing', search, person } = route.useSearch();
  const navigate = route.useNavigate();
  const question = { tenant, target, on, unit, units };
  const figures = useQuery({ ...byUnitQuery(question), placeholderData: keepPreviousData });
  usePageTitle(figures.data ? words.text(figures.data.title) : target);
  const day = parseIsoDate(on);
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  // Typing goes into the address without a step back for each letter.
  const show = (more: More) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, on, ...more }).filter(([, it]) => it !== undefined)), replace: 'search' in more, resetScroll: false });
  if (figures.error instanceof Refused && figures.error.problem.code === 'target-without-people') return <EvidenceTarget question={question} permissions={me.permissions} />;
  return (
    <QueryStates query={figures} waiting={{ rows: 4, height: '6rem' }}>
      {(it) => (
        <div className={styles['page']} aria-busy={figures.isPlaceholderData || undefined}>
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
                <PrintButton />
              </>
            }
          />
          <div className={styles['top']}>
            <TotalFigures figures={it.total} title={words.text(it.title)} />
            <Clause tenant={tenant} plan={it.planVersion} target={target} />
          </div>
          {day && <PluginSlots at="target.main" given={{ target, on: day }} />}
          {it.total.denominator !== null && (
            <ByUnitTable
              question={question} top={it} order={{ by: sort, down }} onUnits={(picked) => show({ units: picked })} onPeople={(code) => show({ unit: code, group: 'missing' })}
              onOrder={({ by, down: falling }) => show({ sort: by === 'unit' ? undefined : by, down: falling || undefined })}
            />
          )}
          {it.total.denominator !== null && may('person.read') && (
            <PeopleBehind
              question={question} group={group} search={search} unitName={it.unit?.name} hasFocus={it.total.focus !== null} mayExport={may('roster.export')} onGroup={(picked) => show({ group: picked })}
              onSearch={(text) => show({ search: text })} onExplain={(id) => show({ person: id })} onWhole={() => show({ unit: undefined })}
            />
          )}
          <RelatedObstacles tenant={tenant} of={{ about: target }} permissions={me.permissions} />
          <Explanation question={question} person={person} onClose={() => show({ person: undefined })} />
        </div>
      )}
    </QueryStates>
  );
};
