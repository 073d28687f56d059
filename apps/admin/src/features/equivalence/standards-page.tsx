import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { PageHeading } from '@saubac/ui/frame';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportButton, type ExportOrdered, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import styles from './equivalence.module.css';
import { gapsQuery, postsQuery, unitStandardsQuery } from './queries.ts';
import { GapsTable, PostsTable, UnitStandards } from './standards-tables.tsx';

const route = getRouteApi('/t/$tenant/standards');

const views = ['gaps', 'units', 'posts'] as const;
const titles = { gaps: 'equivalenceDesk.gaps', units: 'equivalenceDesk.byUnit', posts: 'equivalenceDesk.posts' } as const;
const waitMs = 250;

type Asked = { tenant: string; on: string; unit: string | undefined };

const Gaps = ({ tenant, on, unit }: Asked) => {
  const gaps = useInfiniteQuery(gapsQuery(tenant, on, unit));
  return (
    <QueryStates query={gaps} waiting={{ rows: 10, height: '1.5rem' }}>
      {({ pages }) => <GapsTable tenant={tenant} on={on} rows={pages.flatMap((it) => it.items)} more={gaps.hasNextPage} loadingMore={gaps.isFetchingNextPage} onMore={() => void gaps.fetchNextPage()} />}
    </QueryStates>
  );
};

const Units = ({ tenant, on, unit }: Asked) => {
  const units = useQuery(unitStandardsQuery(tenant, on, unit));
  return (
    <QueryStates query={units} waiting={{ rows: 10, height: '1.5rem' }}>
      {({ items }) => <UnitStandards items={items} />}
    </QueryStates>
  );
};

const Posts = ({ tenant, on, search, onSearch }: { tenant: string; on: string; search: string | undefined; onSearch: (search: string) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState(search ?? '');
  const send = useDebouncedCallback(onSearch, waitMs);
  const posts = useInfiniteQuery(postsQuery(tenant, on, search));
  return (
    <>
      <TextInput
        className={styles['reason']} type="search" label={words.t('equivalenceDesk.postSearch')} value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          send(event.currentTarget.value.trim());
        }}
      />
      <p className={styles['soft']}>{words.t('equivalenceDesk.postsEdit')}</p>
      <QueryStates query={posts} waiting={{ rows: 10, height: '1.5rem' }}>
        {({ pages }) => <PostsTable tenant={tenant} rows={pages.flatMap((it) => it.items)} more={posts.hasNextPage} loadingMore={posts.isFetchingNextPage} onMore={() => void posts.fetchNextPage()} />}
      </QueryStates>
    </>
  );
};

/** What posts require, and who falls short: by name, by unit, by post. */
export const StandardsPage = () => {
  const words = useWords();
  usePageTitle(words.t('equivalenceDesk.standardsTitle'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { view = 'gaps', on = me.today, unit, search } = route.useSearch();
  const navigate = route.useNavigate();
  const day = parseIsoDate(on);
  return (
    <div className={styles['list']}>
      <PageHeading
        title={words.t('equivalenceDesk.standardsTitle')} about={words.t('equivalenceDesk.standardsAbout')}
        actions={day && <DayField label={words.t('equivalenceDesk.on')} value={day} onChange={(picked) => void navigate({ search: (now) => ({ ...now, on: picked }) })} />}
      />
      <div className={styles['tools']} role="group" aria-label={words.t('equivalenceDesk.view')} data-screen-only>
        {views.map((it) => (
          <Button key={it} variant={it === view ? 'filled' : 'default'} aria-pressed={it === view} onClick={() => void navigate({ search: (now) => ({ ...now, view: it }) })}>
            {words.t(titles[it])}
          </Button>
        ))}
        {view === 'gaps' && me.permissions.includes('roster.export') && <ExportButton key={`${on} ${unit ?? ''}`} tenant={tenant} order={{ kind: 'standard-gaps', on, unit: unit ?? null, format: 'xlsx' } as ExportOrdered} />}
      </div>
      {view !== 'posts' && (
        <div className={styles['reason']}>
          <UnitField tenant={tenant} unit={unit} on={on} onChange={(picked) => void navigate({ search: ({ unit: _, ...now }) => (picked === undefined ? now : { ...now, unit: picked }) })} />
        </div>
      )}
      {view === 'gaps' && <Gaps tenant={tenant} on={on} unit={unit} />}
      {view === 'units' && <Units tenant={tenant} on={on} unit={unit} />}
      {view === 'posts' && <Posts tenant={tenant} on={on} search={search} onSearch={(text) => void navigate({ search: ({ search: _, ...now }) => (text === '' ? now : { ...now, search: text }), replace: true })} />}
    </div>
  );
};
