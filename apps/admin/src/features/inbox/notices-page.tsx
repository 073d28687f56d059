import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ask, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './inbox.module.css';
import { noticesQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/notices');

/** What whoever is signed in was told about cases, the latest first; opened, a notice leads to its case. */
export const NoticesPage = () => {
  const words = useWords();
  usePageTitle(words.t('cases.notices'));
  const { tenant } = route.useParams();
  const queries = useQueryClient();
  const notices = useQuery(noticesQuery(tenant));
  const read = useMutation({
    mutationFn: (ids: string[] | undefined) => ask((api) => api.readNotices({ params: { tenant }, body: ids ? { ids } : {} })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['t', tenant, 'notices'] }),
  });
  return (
    <>
      <PageHeading title={words.t('cases.notices')} about={words.t('cases.noticesAbout')} />
      <QueryStates query={notices} waiting={{ rows: 6, height: '2.5rem' }}>
        {({ items, unread }) =>
          items.length === 0 ? (
            <EmptyState title={words.t('cases.noNotices')}>{words.t('cases.noNoticesAbout')}</EmptyState>
          ) : (
            <>
              {unread > 0 && (
                <div className={styles['bar']}>
                  <Button variant="default" size="sm" loading={read.isPending} onClick={() => read.mutate(undefined)}>
                    {words.t('cases.readAll', { count: unread })}
                  </Button>
                </div>
              )}
              <ul className={styles['list']}>
                {items.map((it) => (
                  <li key={it.id} className={styles['notice']} data-unread={!it.read || undefined}>
                    <span className={styles['soft']}>{words.t(`cases.notice-${it.kind}`)}</span>
                    {it.about ? (
                      <Link to="/t/$tenant/inbox/$case" params={{ tenant, case: it.case }} className={styles['title']} onClick={() => !it.read && read.mutate([it.id])}>
                        {words.text(it.about.title)}
                      </Link>
                    ) : (
                      <span className={styles['title']}>{words.t('cases.noticeGone')}</span>
                    )}
                    <span>{it.about && words.text(it.about.stateLabel)}</span>
                    <time className={styles['soft']} dateTime={it.at}>
                      {words.moment(it.at)}
                    </time>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </QueryStates>
    </>
  );
};
