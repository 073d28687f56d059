import { PageHeading } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { CheckedPanel } from './checked-panel.tsx';
import { isEditable, isWorking, stepOf } from './import-states.ts';
import { MappingPanel } from './mapping-panel.tsx';
import { everythingAnew, foundAnew } from './mutations.ts';
import { importQuery, type RosterImport } from './queries.ts';
import { StepsShown } from './steps-shown.tsx';
import { WorkingPanel } from './working-panel.tsx';
import { WrittenPanel } from './written-panel.tsx';

const route = getRouteApi('/t/$tenant/imports/$import');

// A check that ends makes stale what the one before found; a writing that ends, everything that is shown.
const useFresh = (tenant: string, it: RosterImport | undefined): void => {
  const queries = useQueryClient();
  const before = useRef(it?.state);
  useEffect(() => {
    const [was, now] = [before.current, it?.state];
    before.current = now;
    if (!it || was === undefined || was === now) return;
    if (isEditable(it.state) || it.state === 'needs-layout') foundAnew(queries, tenant, it.id);
    if (it.state === 'committed' || it.state === 'undone') everythingAnew(queries, tenant, it.id);
  }, [it, queries, tenant]);
};

const UploadAgain = ({ tenant }: { tenant: string }) => {
  const words = useWords();
  return (
    <p>
      <Link to="/t/$tenant/imports" params={{ tenant }}>
        {words.t('importDesk.uploadAgain')}
      </Link>
    </p>
  );
};

const Content = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const { map } = route.useSearch();
  if (isWorking(it.state)) return <WorkingPanel tenant={tenant} it={it} />;
  const mapsAgain = map === true && it.preview?.reading !== null;
  if (it.state === 'needs-layout' || (mapsAgain && (isEditable(it.state) || it.state === 'file-refused'))) return <MappingPanel tenant={tenant} it={it} />;
  if (isEditable(it.state)) return <CheckedPanel tenant={tenant} it={it} />;
  if (it.state === 'committed' || it.state === 'undone') return <WrittenPanel tenant={tenant} it={it} />;
  return (
    <>
      {it.state === 'cancelled' && <Notice>{words.t('importDesk.cancelled')}</Notice>}
      {it.failure?.code.startsWith('layout-') && (
        <p>
          <Link from={route.id} to="." search={{ map: true }}>
            {words.t('importDesk.remap')}
          </Link>
        </p>
      )}
      <UploadAgain tenant={tenant} />
    </>
  );
};

/** One import, from its check to its undoing: what is shown follows how it stands. */
export const ImportPage = () => {
  const words = useWords();
  const { tenant, import: id } = route.useParams();
  const found = useQuery(importQuery(tenant, id));
  usePageTitle(found.data?.fileName ?? words.t('importDesk.title'));
  useFresh(tenant, found.data);
  return (
    <QueryStates query={found} waiting={{ rows: 4, height: '4rem' }}>
      {(it) => (
        <>
          <PageHeading
            above={
              <Link to="/t/$tenant/imports" params={{ tenant }}>
                {words.t('importDesk.back')}
              </Link>
            }
            title={it.fileName}
            about={
              <>
                {words.t('importDesk.aboutLine', { state: words.t(`importDesk.state-${it.state}`), by: it.requestedBy.name, at: words.moment(it.createdAt), day: it.effectiveDate })}
                {it.mode === 'correct' && ` · ${words.t('importDesk.aboutCorrect')}`}
                {it.completeFor !== null && ` · ${words.t('importDesk.aboutComplete', { unit: it.completeFor })}`}
              </>
            }
          />
          <StepsShown current={stepOf(it)} over={it.state === 'undone'} />
          {it.failure && it.state !== 'refused' && (
            <Notice tone={it.state === 'checked' || it.state === 'committed' ? 'warn' : 'bad'} live>
              {words.text(it.failure.text)}
            </Notice>
          )}
          <Content tenant={tenant} it={it} />
        </>
      )}
    </QueryStates>
  );
};
