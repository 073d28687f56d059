import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { MoveDialog, sharedMoves, type SharedMove } from '../../cases/index.ts';
import { QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { BulkResults } from './bulk-results.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { InboxList } from './inbox-list.tsx';
import styles from './inbox.module.css';
import { type InboxItem, inboxQuery } from './queries.ts';
import { useBulk } from './use-bulk.ts';

const route = getRouteApi('/t/$tenant/inbox');

const Waiting = ({ items, filtered }: { items: readonly InboxItem[]; filtered: boolean }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<SharedMove>();
  const { bulk, run, clear } = useBulk(tenant);
  const taken = items.filter((it) => chosen.has(it.id));
  const shared = sharedMoves(taken);
  const choose = (id: string, on: boolean) => setChosen((now) => new Set(on ? [...now, id] : [...now].filter((it) => it !== id)));
  const decide = (move: string, reason: string | undefined) => {
    setAsking(undefined);
    void run(taken, move, reason).then(() => setChosen(new Set()));
  };
  return (
    <>
      {bulk && <BulkResults bulk={bulk} onClose={clear} />}
      {items.length === 0 ? (
        <EmptyState title={words.t(filtered ? 'cases.noneFound' : 'cases.none')}>{words.t(filtered ? 'cases.noneFoundAbout' : 'cases.noneAbout')}</EmptyState>
      ) : (
        <>
          <div className={styles['bar']}>
            <Checkbox
              label={words.t('cases.chooseAll')} checked={taken.length === items.length} indeterminate={taken.length > 0 && taken.length < items.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? items.map((it) => it.id) : []))}
            />
            <span role="status" className={styles['soft']}>
              {taken.length > 0 && words.t('cases.chosen', { count: taken.length })} {taken.length > 1 && shared.length === 0 && words.t('cases.nothingShared')}
            </span>
            {taken.length > 0 &&
              shared.map((it) => (
                <Button key={it.move} size="sm" variant="default" disabled={bulk?.running === true} onClick={() => setAsking(it)}>
                  {words.text(it.label)}
                </Button>
              ))}
          </div>
          <InboxList tenant={tenant} items={items} chosen={chosen} onChoose={choose} />
        </>
      )}
      {asking && (
        <MoveDialog action={words.text(asking.label)} about={words.t('cases.aboutMany', { count: taken.length })} reason={asking.reason} busy={false} onConfirm={(reason) => decide(asking.move, reason)} onClose={() => setAsking(undefined)} />
      )}
    </>
  );
};

/** What waits for whoever is signed in, from everywhere in one list, late ones first; decided from here. */
export const InboxPage = () => {
  const words = useWords();
  usePageTitle(words.t('cases.inbox'));
  const { tenant } = route.useParams();
  const search = route.useSearch();
  const inbox = useQuery(inboxQuery(tenant, search));
  const filters = (counts: { all: number; late: number; kinds: readonly { kind: string; label: { vi: string; en?: string | undefined }; count: number }[] }) => [
    { key: 'all', search: {}, label: words.t('cases.all', { count: counts.all }), on: !search.kind && !search.late },
    { key: 'late', search: { late: true }, label: words.t('cases.lateOnes', { count: counts.late }), on: search.late === true },
    ...counts.kinds.map(({ kind, label, count }) => ({ key: kind, search: { kind }, label: words.t('cases.ofKind', { kind: label.en !== undefined && words.locale === 'en' ? label.en : label.vi, count }), on: search.kind === kind })),
  ];
  return (
    <>
      <PageHeading title={words.t('cases.inbox')} about={words.t('cases.inboxAbout')} />
      <p className={styles['aside']}>
        <Link to="/t/$tenant/notices" params={{ tenant }}>
          {words.t('cases.notices')}
        </Link>
      </p>
      <QueryStates query={inbox} waiting={{ rows: 5, height: '4rem' }}>
        {({ items, counts, elsewhere }) => (
          <>
            <nav className={styles['filters']} aria-label={words.t('cases.filters')}>
              {filters(counts).map((it) => (
                <Link key={it.key} to="/t/$tenant/inbox" params={{ tenant }} search={it.search} className={styles['filter']} data-on={it.on || undefined} {...(it.on ? { 'aria-current': 'true' as const } : {})} activeProps={{}} inactiveProps={{}} resetScroll={false}>
                  {it.label}
                </Link>
              ))}
            </nav>
            {(items.length > 0 || elsewhere.length === 0 || search.kind !== undefined || search.late === true) && <Waiting items={items} filtered={search.kind !== undefined || search.late === true} />}
            {search.kind === undefined && search.late === undefined && <Elsewhere tenant={tenant} lines={elsewhere} />}
          </>
        )}
      </QueryStates>
    </>
  );
};
