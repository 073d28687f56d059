import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { CloseUnits } from './close-units.tsx';
import { FiguresTable } from './figures-table.tsx';
import { PeopleThen } from './people-then.tsx';
import { PlanNames } from './plan-names.tsx';
import { closeByUnitQuery, closeQuery } from './queries.ts';
import { useCloseWords } from './use-close-words.ts';
import { WhyThen } from './why-then.tsx';

const route = getRouteApi('/t/$tenant/closes/$close/targets/$target');

/** One target of a close: by unit as units stood then, and the people behind it as they were frozen. */
export const CloseTargetPage = () => {
  const words = useWords();
  const named = useCloseWords();
  const { tenant, close: id, target } = route.useParams();
  const { me } = route.useRouteContext();
  const { unit, set = 'missing', person, version } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = { tenant, close: id, target, unit, version };
  const close = useQuery(closeQuery(tenant, id));
  const table = useQuery(closeByUnitQuery(asked));
  usePageTitle(table.data ? words.text(table.data.title) : target);
  const show = (more: Partial<Record<'unit' | 'set' | 'person', string | undefined>>) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined)), resetScroll: false });
  return (
    <QueryStates query={table} waiting={{ rows: 4, height: '5rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={<Link to="/t/$tenant/closes/$close" params={{ tenant, close: id }} search={{}}>{close.data ? words.t('closing.compareBack', { close: named.close(close.data) }) : words.t('closing.backToClose')}</Link>}
            title={words.text(it.title)}
            about={
              <>
                {close.data && words.t('closing.cutOffOf', { day: close.data.cutOff })}
                {' · '}
                <PlanNames tenant={tenant} plans={[{ plan: it.plan, version: it.planVersion }]} />
                {it.unit && ` · ${it.unit.name}`}
              </>
            }
            actions={
              <Button variant="default" onClick={() => window.print()}>
                {words.t('closing.print')}
              </Button>
            }
          />
          <FiguresTable targets={[{ ...it.total, title: it.title, plan: it.plan, planVersion: it.planVersion, statusText: '' }]} />
          <CloseUnits asked={asked} top={it} onPeople={(code, picked) => show({ unit: code, set: picked })} />
          {(me.permissions as readonly string[]).includes('person.read') && (
            <PeopleThen asked={asked} set={set} unitName={it.unit?.name} hasFocus={it.total.focus !== null} onSet={(picked) => show({ set: picked })} onWhy={(picked) => show({ person: picked })} onWhole={() => show({ unit: undefined })} />
          )}
          <WhyThen asked={asked} person={person} onClose={() => show({ person: undefined })} />
        </>
      )}
    </QueryStates>
  );
};
