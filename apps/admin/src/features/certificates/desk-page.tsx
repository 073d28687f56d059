import { Button } from '@mantine/core';
import { ChoiceField } from '@saubac/ui/pick';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState, NoPermissionState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { QueryStates, useCodeNames, usePageTitle, useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import styles from './desk.module.css';
import { DeskCase } from './desk-case.tsx';
import { DeskQueue } from './desk-queue.tsx';
import { neighboursOf } from './neighbours.ts';
import { queueQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/verification');

/** The verification desk: what waits, one certificate with its scan beside what was written down, and the decision on it. */
export const DeskPage = () => {
  const words = useWords();
  usePageTitle(words.t('certificateDesk.deskTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { queue, below, type, certificate } = route.useSearch();
  const navigate = route.useNavigate();
  const { lists } = useCodeNames(tenant);
  const [told, setTold] = useState<string>();
  const [moved, setMoved] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const waiting = useInfiniteQuery(queueQuery(tenant, { queue, below, type }));
  if (!me.permissions.includes('certificate.verify')) {
    return <NoPermissionState>{words.t('shell.noPermissionAbout', { permission: words.named('permissions', 'certificate.verify') })}</NoPermissionState>;
  }
  const change = (more: Record<string, string | undefined>) => {
    setTold(undefined);
    void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, certificate: undefined, ...more }).filter(([, it]) => it !== undefined)) });
  };
  const open = (id: string | undefined) => {
    setMoved(true);
    void navigate({ search: ({ certificate: _, ...now }) => (id === undefined ? now : { ...now, certificate: id }) });
  };
  const own = queue === 'own';
  return (
    <div className={styles['desk']}>
      <PageHeading title={words.t('certificateDesk.deskTitle')} about={words.t('certificateDesk.deskAbout')} />
      <div className={styles['filters']} role="search" data-shut={!filtering || undefined} data-screen-only>
        <div className={styles['queues']} role="group" aria-label={words.t('certificateDesk.queue')}>
          <Button variant={own ? 'default' : 'filled'} aria-pressed={!own} onClick={() => change({ queue: undefined })}>
            {words.t('certificateDesk.queueFor')}
          </Button>
          <Button variant={own ? 'filled' : 'default'} aria-pressed={own} onClick={() => change({ queue: 'own' })}>
            {words.t('certificateDesk.queueOwn')}
          </Button>
        </div>
        <div className={styles['filtersButton']}>
          <Button variant="default" size="xs" aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>
            {words.t('certificateDesk.deskFilters')}
          </Button>
        </div>
        <UnitField tenant={tenant} unit={below} on={undefined} onChange={(unit) => change({ below: unit })} />
        <ChoiceField
          label={words.t('certificateDesk.type')} any={words.t('certificateDesk.any')} value={type} options={(lists?.certificateTypes ?? []).map(({ code, name }) => ({ value: code, label: words.text(name) }))} onChange={(picked) => change({ type: picked })}
        />
      </div>
      <p role="status" className={styles['told']}>
        {told}
      </p>
      <QueryStates query={waiting} waiting={{ rows: 6, height: '3.5rem' }}>
        {({ pages }) => {
          const items = pages.flatMap((it) => it.items);
          const total = pages[0]?.total ?? items.length;
          if (items.length === 0 && certificate === undefined) {
            return <EmptyState title={words.t(own ? 'certificateDesk.queueOwnEmptyTitle' : 'certificateDesk.queueEmptyTitle')}>{words.t(own ? 'certificateDesk.queueOwnEmpty' : 'certificateDesk.queueEmpty')}</EmptyState>;
          }
          const shown = certificate ?? items[0]?.id;
          const { before, after } = neighboursOf(items.map((it) => it.id), shown);
          return (
            <div className={styles['columns']}>
              <DeskQueue tenant={tenant} items={items} total={total} shown={shown} more={waiting.hasNextPage} loadingMore={waiting.isFetchingNextPage} onMore={() => void waiting.fetchNextPage()} onOpen={open} />
              {shown === undefined ? (
                <p className={styles['soft']}>{words.t('certificateDesk.notInQueue')}</p>
              ) : (
                <DeskCase
                  key={shown} tenant={tenant} certificate={shown} on={me.today} before={before} after={after} moved={moved} onOpen={open}
                  onDone={(text) => {
                    setTold(text);
                    open(after ?? before);
                  }}
                />
              )}
            </div>
          );
        }}
      </QueryStates>
    </div>
  );
};
