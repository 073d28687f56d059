import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState, NoPermissionState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ButtonLink, QueryStates, usePageTitle, useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import { type Change, changesQuery, type ChangeState } from './queries.ts';

const route = getRouteApi('/t/$tenant/units/changes');
const offered = ['draft', 'previewed', 'committed', 'withdrawn', 'dropped'] as const;

const Row = ({ tenant, it }: { tenant: string; it: Change }) => {
  const words = useWords();
  return (
    <tr>
      <td>
        <Link to="/t/$tenant/units/changes/$change" params={{ tenant, change: it.id }}>{it.title}</Link>
        {it.decision && <div className={styles['soft']}>{words.t('unitTree.decisionOf', { number: it.decision.number, day: it.decision.date })}</div>}
      </td>
      <td data-label={words.t('unitTree.firstDay')}>{words.date(it.firstDay)}</td>
      <td><span className={styles['state']} data-state={it.state}>{words.t(`unitTree.state-${it.state}`)}</span></td>
      <td className={styles['end']} data-label={words.t('unitTree.operations')}>{words.number(it.operations.length)}</td>
      <td data-label={words.t('unitTree.preparedBy')}>
        {it.prepared.label} <span className={styles['soft']}>{words.moment(it.prepared.at)}</span>
      </td>
      <td data-label={words.t('unitTree.committedBy')}>{it.committed?.label ?? '–'}</td>
    </tr>
  );
};

/** Changes of units, the newest first, each with how it stands. */
export const ChangesPage = () => {
  const words = useWords();
  usePageTitle(words.t('unitTree.changes'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const changes = useInfiniteQuery(changesQuery(tenant, state));
  const mayChange = (me.permissions as readonly string[]).includes('unit.change');
  // A change concerns all units: it is shown to who may read all of them.
  if (!me.roles.some(({ scope }) => scope.kind === 'everything')) return <NoPermissionState>{words.t('unitTree.mayNotSeeChanges')}</NoPermissionState>;
  const begin = <ButtonLink to="/t/$tenant/units/changes/new" params={{ tenant }}>{words.t('unitTree.newChange')}</ButtonLink>;
  const actions = mayChange && (
    <>
      <ButtonLink variant="default" to="/t/$tenant/units/changes/upload" params={{ tenant }}>{words.t('unitTree.upload')}</ButtonLink>
      {begin}
    </>
  );
  return (
    <div className={styles['page']}>
      <PageHeading above={<Link to="/t/$tenant/units" params={{ tenant }}>{words.t('unitTree.back')}</Link>} title={words.t('unitTree.changes')} about={words.t('unitTree.changesAbout')} actions={actions} />
      <div className={styles['filter']}>
        <ChoiceField
          label={words.t('unitTree.state')} any={words.t('unitTree.anyState')} value={state} options={offered.map((it) => ({ value: it, label: words.t(`unitTree.state-${it}`) }))}
          onChange={(picked) => void navigate({ search: picked ? { state: picked as ChangeState } : {} })}
        />
      </div>
      <QueryStates query={changes} waiting={{ rows: 6, height: '2.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t(state ? 'unitTree.changesNoneOf' : 'unitTree.changesNone')}>{mayChange && !state && words.t('unitTree.changesNoneAbout')}</EmptyState>;
          return (
            <>
              <table className={styles['rows']} aria-label={words.t('unitTree.changes')}>
                <thead>
                  <tr>
                    <th scope="col">{words.t('unitTree.changeTitle')}</th>
                    <th scope="col">{words.t('unitTree.firstDay')}</th>
                    <th scope="col">{words.t('unitTree.state')}</th>
                    <th scope="col" className={styles['end']}>{words.t('unitTree.operations')}</th>
                    <th scope="col">{words.t('unitTree.preparedBy')}</th>
                    <th scope="col">{words.t('unitTree.committedBy')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((it) => (
                    <Row key={it.id} tenant={tenant} it={it} />
                  ))}
                </tbody>
              </table>
              {changes.hasNextPage && <div><Button variant="default" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>{words.t('unitTree.more')}</Button></div>}
            </>
          );
        }}
      </QueryStates>
    </div>
  );
};
