import { Button } from '@mantine/core';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { ClosesTable } from './closes-table.tsx';
import { closesQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/closes');

/** The closed periods of a tenant with all their versions. */
export const ClosesPage = () => {
  const words = useWords();
  usePageTitle(words.t('closing.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const closes = useInfiniteQuery(closesQuery(tenant));
  const prepares = (me.permissions as readonly string[]).includes('close.prepare');
  const make = prepares && <Button renderRoot={(props) => <Link to="/t/$tenant/closes/new" params={{ tenant }} search={{}} {...props} />}>{words.t('closing.make')}</Button>;
  return (
    <>
      <PageHeading title={words.t('closing.title')} about={words.t('closing.about')} actions={closes.data?.pages[0]?.items.length !== 0 && make} />
      <QueryStates query={closes} waiting={{ rows: 4, height: '3.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('closing.noneTitle')} action={make}>{words.t(prepares ? 'closing.none' : 'closing.noneReader')}</EmptyState>;
          return (
            <>
              <ClosesTable tenant={tenant} closes={rows} />
              {closes.hasNextPage && (
                <Button className={styles['more']} variant="default" loading={closes.isFetchingNextPage} onClick={() => void closes.fetchNextPage()}>
                  {words.t('closing.more')}
                </Button>
              )}
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
