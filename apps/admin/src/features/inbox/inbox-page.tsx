import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { BulkPanel } from './bulk-panel.tsx';
import { Elsewhere } from './elsewhere.tsx';
import styles from './inbox.module.css';
import { type Bulk, inboxQuery } from './queries.ts';
import { RecentBulks } from './recent-bulks.tsx';
import { useBulkEnded } from './use-bulk-ended.ts';
import { Waiting } from './waiting.tsx';

const route = getRouteApi('/t/$tenant/inbox');

/** What waits for whoever is signed in, from everywhere in one list, late ones first; decided from here. */
export const InboxPage = () => {
  const words = useWords();
  usePageTitle(words.t('cases.inbox'));
  const { tenant } = route.useParams();
  const search = route.useSearch();
  const { bulk, ...shown } = search;
  const navigate = route.useNavigate();
  const look = (id: string | undefined) => void navigate({ search: { ...shown, ...(id === undefined ? {} : { bulk: id }) }, resetScroll: false });
  const inbox = useQuery(inboxQuery(tenant, search));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What was refused or left alone stays chosen, to be tried otherwise.
  const keepUndone = useCallback((ended: Bulk) => setChosen(new Set(ended.items.filter((it) => it.to === null).map((it) => it.case))), []);
  const { running, begun } = useBulkEnded(tenant, bulk, keepUndone);
  const begin = (id: string) => {
    begun(id);
    look(id);
  };
  const filters = (counts: { all: number; late: number; kinds: readonly { kind: string; label: { vi: string; en?: string | undefined }; count: number }[] }) => [
    { key: 'all', search: {}, label: words.t('cases.all', { count: counts.all }), on: !search.kind && !search.late },
    { key: 'late', search: { late: true }, label: words.t('cases.lateOnes', { count: counts.late }), on: search.late === true },
    ...counts.kinds.map(({ kind, label, count }) => ({ key: kind, search: { kind }, label: words.t('cases.ofKind', { kind: label.en !== undefined && words.locale === 'en' ? label.en : label.vi, count }), on: search.kind === kind })),
  ];
  return (
    <>
      <PageHeading title={words.t('cases.inbox')} about={words.t('cases.inboxAbout')} />
      <RecentBulks tenant={tenant} search={shown} />
      {bulk !== undefined && (
        <div className={styles['bulk']}>
          <BulkPanel tenant={tenant} id={bulk} onClose={() => look(undefined)} />
        </div>
      )}
      <QueryStates query={inbox} waiting={{ rows: 5, height: '4rem' }}>
        {({ items, counts, elsewhere }) => (
          <>
            <nav className={styles['filters']} aria-label={words.t('cases.filters')}>
              {filters(counts).map((it) => (
                <Link key={it.key} to="/t/$tenant/inbox" params={{ tenant }} search={{ ...it.search, ...(bulk === undefined ? {} : { bulk }) }} className={styles['filter']} data-on={it.on || undefined} {...(it.on ? { 'aria-current': 'true' as const } : {})} activeProps={{}} inactiveProps={{}} resetScroll={false}>
                  {it.label}
                </Link>
              ))}
            </nav>
            {(items.length > 0 || elsewhere.length === 0 || search.kind !== undefined || search.late === true) && (
              <Waiting tenant={tenant} items={items} filtered={search.kind !== undefined || search.late === true} chosen={chosen} onChoose={setChosen} running={running} onBegun={begin} />
            )}
            {search.kind === undefined && search.late === undefined && <Elsewhere tenant={tenant} lines={elsewhere} />}
          </>
        )}
      </QueryStates>
    </>
  );
};
