import { Button } from '@mantine/core';
import { Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { type CloseSet, type CloseTarget, peopleThenQuery, type PersonThen } from './queries.ts';

type Parts = {
  asked: CloseTarget;
  set: CloseSet;
  unitName: string | undefined;
  hasFocus: boolean;
  onSet: (set: CloseSet) => void;
  onWhy: (person: string) => void;
  onWhole: () => void;
};

const sets = ['denominator', 'reached', 'missing', 'focus'] as const;

/** The people behind a closed figure: unit, level and reason of then, the name of now. */
export const PeopleThen = ({ asked, set, unitName, hasFocus, onSet, onWhy, onWhole }: Parts) => {
  const words = useWords();
  const people = useInfiniteQuery(peopleThenQuery(asked, set));
  const columns = useMemo(
    (): TableColumn<PersonThen>[] => [
      {
        id: 'name', header: words.t('closing.name'), width: 'minmax(11rem, 1fr)', phone: 'first',
        cell: (it) => (
          <>
            <button type="button" className={styles['asLink']} aria-label={words.t('closing.explainOf', { name: it.fullName ?? words.t('closing.gone') })} onClick={() => onWhy(it.id)}>
              {it.fullName ?? words.t('closing.gone')}
            </button>
            {it.mergedInto !== null && <span className={styles['soft']}> ({words.t('closing.merged')})</span>}
          </>
        ),
      },
      { id: 'unit', header: words.t('closing.unit'), width: 'minmax(12rem, 1.3fr)', phone: 'second', cell: (it) => <span title={it.unit.name}>{it.unit.name}</span> },
      { id: 'level', header: words.t('closing.level'), width: '6rem', cell: (it) => (it.level === 0 ? words.t('closing.levelNone') : words.t('closing.levelOf', { level: it.level })) },
      { id: 'result', header: words.t('closing.result'), width: '6rem', phone: 'end', cell: (it) => words.t(it.reached ? 'closing.resultReached' : 'closing.resultNot') },
      { id: 'why', header: words.t('closing.why'), width: 'minmax(14rem, 2fr)', cell: (it) => <span title={it.sentence}>{it.sentence}</span> },
    ],
    [words, onWhy],
  );
  return (
    <Section title={unitName === undefined ? words.t('closing.people') : words.t('closing.peopleOf', { unit: unitName })}>
      <div className={styles['groups']} role="group" aria-label={words.t('closing.group')} data-screen-only>
        {sets.filter((it) => it !== 'focus' || hasFocus).map((it) => (
          <Button key={it} size="xs" variant={it === set ? 'filled' : 'default'} aria-pressed={it === set} onClick={() => onSet(it)}>
            {words.t(`closing.set-${it}`)}
          </Button>
        ))}
        {unitName !== undefined && (
          <Button size="xs" variant="subtle" onClick={onWhole}>
            {words.t('closing.whole')}
          </Button>
        )}
      </div>
      <p className={styles['note']}>
        {words.t('closing.peopleAbout')} {set === 'missing' && words.t('closing.missingNote')}
      </p>
      <QueryStates query={people} waiting={{ rows: 8, height: '1.5rem' }}>
        {({ pages }) => {
          const rows = pages.flatMap((it) => it.items);
          if (rows.length === 0) return <EmptyState title={words.t('closing.peopleNone')} />;
          return (
            <DataTable
              label={words.t('closing.peopleLabel', { group: words.t(`closing.set-${set}`) })} columns={columns} rows={rows} rowKey={(it) => it.id}
              total={people.hasNextPage ? undefined : rows.length} more={people.hasNextPage} loadingMore={people.isFetchingNextPage} onMore={() => void people.fetchNextPage()}
            />
          );
        }}
      </QueryStates>
    </Section>
  );
};
