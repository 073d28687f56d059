import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink, ExportButton, type ExportOrdered, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { UnitField } from '../../shell/unit-field.tsx';
import { ConcernField } from './concern-field.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import styles from './obstacles.module.css';
import { type ObstacleFilter, obstaclesQuery, states } from './queries.ts';

const route = getRouteApi('/t/$tenant/obstacles');

const orderOf = ({ state, text, unit, about }: ObstacleFilter, on: string): ExportOrdered => ({ kind: 'obstacles', on, state: state === undefined || state === 'late' ? null : state, late: state === 'late', text: text ?? null, unit: unit ?? null, about: about ?? null, format: 'xlsx' });

/** Obstacles and proposals of the reader's units, and the answers that everybody may read. */
export const ObstaclesPage = () => {
  const words = useWords();
  usePageTitle(words.t('obstacles.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(filter.text ?? '');
  const obstacles = useInfiniteQuery(obstaclesQuery(tenant, filter));
  const change = (more: object, replace = false) => void navigate({ search: (now) => Object.fromEntries(Object.entries({ ...now, ...more }).filter(([, it]) => it !== undefined && it !== '')), replace, resetScroll: false });
  const send = useDebouncedCallback((text: string) => change({ text: text.trim() }, true), 250);
  const filtered = Object.keys(filter).length > 0;
  return (
    <>
      <PageHeading
        title={words.t('obstacles.title')} about={words.t('obstacles.about')}
        actions={
          <>
            <ExportButton key={JSON.stringify(filter)} tenant={tenant} order={orderOf(filter, me.today)} />
            {(me.permissions as readonly string[]).includes('obstacle.raise') && <ButtonLink to="/t/$tenant/obstacles/new" params={{ tenant }} search={{}}>{words.t('obstacles.raise')}</ButtonLink>}
          </>
        }
      />
      <div className={styles['filters']} role="search">
        <TextInput
          label={words.t('obstacles.search')} placeholder={words.t('obstacles.searchHint')} value={typed} type="search" autoComplete="off" maxLength={200}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            send(event.currentTarget.value);
          }}
        />
        <ChoiceField label={words.t('obstacles.state')} any={words.t('obstacles.any')} value={filter.state} options={states.map((it) => ({ value: it, label: words.t(`obstacles.state-${it}`) }))} onChange={(state) => change({ state })} />
        <UnitField tenant={tenant} unit={filter.unit} on={undefined} onChange={(unit) => change({ unit })} />
        <ConcernField tenant={tenant} about={filter.about} onChange={(about) => change({ about })} />
        {filtered && (
          <Button
            variant="subtle"
            onClick={() => {
              setTyped('');
              void navigate({ search: {} });
            }}
          >
            {words.t('obstacles.clear')}
          </Button>
        )}
      </div>
      <QueryStates query={obstacles} waiting={{ rows: 4, height: '4rem' }}>
        {({ pages }) => {
          const all = pages.flatMap((it) => it.items);
          if (all.length === 0) return <EmptyState title={words.t('obstacles.noneTitle')}>{words.t(filtered ? 'obstacles.none' : 'obstacles.noneYet')}</EmptyState>;
          return (
            <>
              <ObstacleList tenant={tenant} obstacles={all} />
              {obstacles.hasNextPage && <Button variant="default" loading={obstacles.isFetchingNextPage} onClick={() => void obstacles.fetchNextPage()}>{words.t('obstacles.more')}</Button>}
            </>
          );
        }}
      </QueryStates>
    </>
  );
};
