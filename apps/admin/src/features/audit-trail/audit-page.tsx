import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ExportButton, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { ActsTable } from './acts-table.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditHeading } from './audit-heading.tsx';
import styles from './audit-trail.module.css';
import { ChainState } from './chain-state.tsx';
import { type AuditFilter, auditQuery, exportOf } from './queries.ts';

const route = getRouteApi('/t/$tenant/audit');

/** Who did what, when and why. */
export const AuditPage = () => {
  const words = useWords();
  usePageTitle(words.t('auditTrail.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const acts = useInfiniteQuery(auditQuery(tenant, filter));
  const change = (more: { [Name in keyof AuditFilter]?: AuditFilter[Name] | undefined }) =>
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined && it !== '')) });
  const clear = () => void navigate({ search: {} });
  const reads = me.permissions.includes('audit.read');
  return (
    <div className={styles['list']}>
      {reads ? <AuditHeading tenant={tenant} actions={<ExportButton key={JSON.stringify(filter)} tenant={tenant} order={exportOf(filter, me.today)} />} /> : <PageHeading title={words.t('auditTrail.title')} />}
      <QueryStates query={acts} waiting={{ rows: 14, height: '1.5rem' }}>
        {({ pages }) => (
          <>
            <ChainState tenant={tenant} />
            <AuditFilters tenant={tenant} filter={filter} about={pages[0]?.items.find((it) => it.subject.id === filter.subject)?.subject.label ?? undefined} onChange={change} onClear={clear} />
            {pages[0]?.items.length === 0 ? (
              <EmptyState title={words.t('auditTrail.noneTitle')} action={<Button variant="default" onClick={clear}>{words.t('auditTrail.clear')}</Button>}>
                {words.t('auditTrail.noneAbout')}
              </EmptyState>
            ) : (
              <ActsTable tenant={tenant} filter={filter} pages={pages} stale={acts.isPlaceholderData} more={acts.hasNextPage} loadingMore={acts.isFetchingNextPage} onMore={() => void acts.fetchNextPage()} />
            )}
          </>
        )}
      </QueryStates>
    </div>
  );
};
