import { Button } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { RelatedObstacles } from '../../obstacles/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { type Editing, EditingProvider } from './editing.ts';
import { PlanParts } from './plan-parts.tsx';
import { factsQuery, versionQuery } from './queries.ts';
import { addressOf, placeOfText } from './search.ts';
import { stateOfVersion } from './version-state.ts';

const route = getRouteApi('/t/$tenant/plan/versions/$number');

/** One version of a plan, to be read: every rule as its sentence, with how many people it holds for. */
export const VersionPage = () => {
  const words = useWords();
  const { tenant, number } = route.useParams();
  const { me } = route.useRouteContext();
  const { section = 'general', at, on = me.today } = route.useSearch();
  const navigate = route.useNavigate();
  const version = useQuery(versionQuery(tenant, Number(number)));
  const facts = useQuery(factsQuery(tenant));
  usePageTitle(version.data ? words.text(version.data.title) : words.t('planEditor.title'));
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const day = parseIsoDate(on);
  return (
    <QueryStates query={version} waiting={{ rows: 6, height: '4rem' }}>
      {(it) => {
        const editing: Editing = {
          tenant, document: it.document, change: undefined, problems: [], at: placeOfText(at), facts: facts.data, on, draft: undefined, may: { count: may('progress.read'), sample: may('person.read') },
          open: (place) => void navigate({ search: (now) => addressOf(now, section, place), resetScroll: false }),
        };
        return (
          <>
            <PageHeading
              above={<Link to="/t/$tenant/plan" params={{ tenant }}>{words.t('planEditor.back')}</Link>}
              title={words.text(it.title)}
              about={`${words.t('planEditor.versionNumber', { number: it.number })} · ${words.t(`planEditor.version-${stateOfVersion(it, me.today)}`)} · ${it.lastDay === null ? words.t('planEditor.rulesFrom', { from: it.inForceFrom }) : words.t('planEditor.rulesFromTo', { from: it.inForceFrom, to: it.lastDay })}`}
              actions={
                <>
                  {day && <DayField label={words.t('planEditor.countedOn')} value={day} onChange={(picked) => void navigate({ search: (now) => ({ ...now, on: picked }), resetScroll: false })} />}
                  <Button variant="default" component="a" href={`/api/t/${tenant}/plans/${it.number}/file`} download>
                    {words.t('planEditor.saveFile')}
                  </Button>
                </>
              }
            />
            <div>
              <EditingProvider value={editing}>
                <PlanParts section={section} />
              </EditingProvider>
            </div>
            <RelatedObstacles tenant={tenant} of={{ change: `/plan/versions/${it.number}` }} permissions={me.permissions} />
          </>
        );
      }}
    </QueryStates>
  );
};
