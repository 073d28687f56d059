import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { RelatedObstacles } from '../../../obstacles/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../../shell/index.ts';
import { ChangeEditor } from './change-editor.tsx';
import { ChangeOutcome } from './change-outcome.tsx';
import styles from './changes.module.css';
import { DropChange } from './drop-change.tsx';
import { type Change, changeQuery, mostMovesOnScreen } from './queries.ts';
import { WorkGoesOn } from './work-goes-on.tsx';

const route = getRouteApi('/t/$tenant/units/changes/$change');

const isOpen = (state: Change['state']): boolean => state === 'draft' || state === 'previewed';

/** A change of units: written step by step while it is a draft; then what it would do, and what the second person decides. */
export const ChangePage = () => {
  const words = useWords();
  const { tenant, change: id } = route.useParams();
  const { me } = route.useRouteContext();
  const { step } = route.useSearch();
  const change = useQuery(changeQuery(tenant, id));
  usePageTitle(change.data?.title ?? words.t('unitTree.changes'));
  const mayChange = (me.permissions as readonly string[]).includes('unit.change');
  const part = (it: Change) => {
    if (it.state === 'previewing' || it.state === 'committing') return <WorkGoesOn tenant={tenant} change={it} mayStop={mayChange} />;
    const writes = mayChange && isOpen(it.state) && (it.state === 'draft' || step !== undefined) && it.moves <= mostMovesOnScreen;
    return writes ? <ChangeEditor key={it.id} tenant={tenant} me={me} change={it} step={step ?? 'operations'} /> : <ChangeOutcome tenant={tenant} me={me} change={it} mayChange={mayChange} />;
  };
  return (
    <QueryStates query={change} waiting={{ rows: 5, height: '4rem' }}>
      {(it) => (
        <div className={styles['page']}>
          <PageHeading
            above={<Link to="/t/$tenant/units/changes" params={{ tenant }}>{words.t('unitTree.backToChanges')}</Link>}
            title={it.title}
            about={
              <>
                <span className={styles['state']} data-state={it.state}>{words.t(`unitTree.state-${it.state}`)}</span> {words.t('unitTree.effectiveFrom', { day: it.firstDay })}
                {it.decision && ` · ${words.t('unitTree.decisionOf', { number: it.decision.number, day: it.decision.date })}`}
                {` · ${words.t('unitTree.preparedLine', { by: it.prepared.label, at: words.moment(it.prepared.at) })}`}
              </>
            }
            actions={mayChange && isOpen(it.state) && <DropChange tenant={tenant} change={it} />}
          />
          {part(it)}
          <RelatedObstacles tenant={tenant} of={{ change: `/units/changes/${it.id}` }} permissions={me.permissions} />
        </div>
      )}
    </QueryStates>
  );
};
