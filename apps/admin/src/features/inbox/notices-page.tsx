import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import { type Notice, noticesQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/notices');

type Row = { tenant: string; notice: Notice; onRead: () => void; busy: boolean };

/** One notice: why it was given, the case that it leads to, and where that stands. */
const NoticeRow = ({ tenant, notice: it, onRead, busy }: Row) => {
  const words = useWords();
  return (
    <li className={styles['notice']} data-unread={!it.read || undefined}>
      <span className={styles['soft']}>{words.t(`cases.notice-${it.kind}`)}</span>
      {it.about ? (
        <Link to="/t/$tenant/inbox/$case" params={{ tenant, case: it.case }} className={styles['title']} onClick={() => !it.read && onRead()}>
          {words.text(it.about.title)}
        </Link>
      ) : (
        <span className={styles['title']}>{words.t('cases.noticeGone')}</span>
      )}
      <span>{it.about && words.text(it.about.stateLabel)}</span>
      <time className={styles['soft']} dateTime={it.at}>
        {words.moment(it.at)}
      </time>
      <span>
        {!it.read && (
          <Button variant="subtle" size="compact-sm" px={0} disabled={busy} onClick={onRead}>
            {words.t('cases.readOne')}
          </Button>
        )}
      </span>
    </li>
  );
};

/** What whoever is signed in was told about cases, the latest first; opened, a notice leads to its case. */
export const NoticesPage = () => {
  const words = useWords();
  usePageTitle(words.t('cases.notices'));
  const { tenant } = route.useParams();
  const search = route.useSearch();
  const queries = useQueryClient();
  const notices = useInfiniteQuery(noticesQuery(tenant, search));
  const read = useMutation({
    mutationFn: (ids: string[] | undefined) => ask((api) => api.readNotices({ params: { tenant }, body: ids ? { ids } : {} })),
    // The badge in the navigation is part of the inbox.
    onSuccess: () => queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => ['notices', 'inbox'].includes(String(queryKey[2])) }),
  });
  return (
    <>
      <PageHeading title={words.t('cases.notices')} about={words.t('cases.noticesAbout')} />
      <nav className={styles['filters']} aria-label={words.t('cases.noticeFilters')}>
        {[false, true].map((unread) => (
          <Link key={String(unread)} to="/t/$tenant/notices" params={{ tenant }} search={unread ? { unread } : {}} className={styles['filter']} data-on={(search.unread === true) === unread || undefined} activeProps={{}} inactiveProps={{}} {...((search.unread === true) === unread ? { 'aria-current': 'true' as const } : {})} resetScroll={false}>
            {words.t(unread ? 'cases.unreadNotices' : 'cases.allNotices')}
          </Link>
        ))}
      </nav>
      <QueryStates query={notices} waiting={{ rows: 6, height: '2.5rem' }}>
        {({ pages }) => {
          const items = pages.flatMap((it) => it.items);
          const unread = pages.at(-1)?.unread ?? 0;
          if (items.length === 0) return <EmptyState title={words.t(search.unread ? 'cases.noUnread' : 'cases.noNotices')}>{words.t('cases.noNoticesAbout')}</EmptyState>;
          return (
            <>
              {unread > 0 && (
                <div className={styles['bar']}>
                  <Button variant="default" size="sm" loading={read.isPending && read.variables === undefined} onClick={() => read.mutate(undefined)}>
                    {words.t('cases.readAll', { count: unread })}
                  </Button>
                </div>
              )}
              <ul className={styles['list']}>
                {items.map((it) => (
                  <NoticeRow key={it.id} tenant={tenant} notice={it} busy={read.isPending} onRead={() => read.mutate([it.id])} />
                ))}
              </ul>
              {notices.hasNextPage && (
                <Button variant="default" mt="sm" loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
                  {words.t('cases.moreNotices')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
