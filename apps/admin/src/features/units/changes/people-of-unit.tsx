import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Section } from '@saubac/ui/frame';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { QueryStates, useWords } from '../../../shell/index.ts';
import { speaksOf } from '../plain.ts';
import styles from './changes.module.css';
import { type Draft, type Leaving, withMove } from './draft.ts';
import type { PickableUnits } from './pickable-units.ts';
import { peopleOfQuery } from './queries.ts';
import { tableHeight } from './table-height.ts';
import { UnitPicker } from './unit-picker.tsx';

type Parts = { tenant: string; draft: Draft; leaving: Leaving; units: PickableUnits; onDraft: (draft: Draft) => void };
type Row = { id: string; fullName: string; office: string | null };

const noChoice = '';

/** The people of a unit that ends or gives people: who goes to a unit of his own. One by one, or several at once. */
export const PeopleOfUnit = ({ tenant, draft, leaving, units, onDraft }: Parts) => {
  const words = useWords();
  const query = useInfiniteQuery(peopleOfQuery(tenant, leaving.unit, draft.on));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const people = useMemo(
    (): Row[] => (query.data?.pages ?? []).flatMap((page) => page.items).filter((it) => it.unit.code === leaving.unit).map(({ id, fullName, office, post }) => ({ id, fullName, office: office ?? post?.name ?? null })),
    [query.data, leaving.unit],
  );
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const goes = useMemo(() => new Map(draft.moves.map((it) => [it.person, it.to])), [draft.moves]);
  const speaks = speaksOf(search);
  const rows = people.filter((it) => speaks(it.fullName, ''));
  const places = [...new Set([...leaving.places, ...draft.moves.map((it) => it.to)])];
  const rest = leaving.rest === null ? words.t('unitTree.withTheRest') : words.t('unitTree.withTheRestTo', { unit: units.nameOf(leaving.rest) });
  const send = (them: readonly Row[], to: string | null): void => onDraft(withMove(draft, them.map(({ id, fullName }) => ({ person: id, name: fullName })), to));
  const pick = (ids: readonly string[], on: boolean): void => {
    const next = new Set(picked);
    for (const id of ids) if (on) next.add(id); else next.delete(id);
    setPicked(next);
  };
  const columns: TableColumn<Row>[] = [
    { id: 'name', header: words.t('unitTree.person'), width: 'minmax(12rem, 1.2fr)', phone: 'first', cell: (it) => <Checkbox size="sm" label={it.fullName} checked={picked.has(it.id)} onChange={(event) => pick([it.id], event.currentTarget.checked)} /> },
    { id: 'office', header: words.t('unitTree.office'), width: 'minmax(8rem, 1fr)', phone: 'second', cell: (it) => it.office ?? '–' },
    {
      id: 'to', header: words.t('unitTree.goesTo'), width: 'minmax(12rem, 1.4fr)', phone: 'end',
      cell: (it) => (
        <NativeSelect
          size="xs" aria-label={words.t('unitTree.goesToOf', { name: it.fullName })} value={goes.get(it.id) ?? noChoice} data={[{ value: noChoice, label: rest }, ...places.map((code) => ({ value: code, label: units.nameOf(code) }))]}
          onChange={(event) => send([it], event.currentTarget.value || null)}
        />
      ),
    },
  ];
  return (
    <Section title={words.t('unitTree.peopleOf', { unit: units.nameOf(leaving.unit) })}>
      <QueryStates query={query} waiting={{ rows: 5, height: '2rem' }}>
        {() => (
          <div className={styles['page']}>
            <div className={styles['bulk']}>
              <TextInput type="search" label={words.t('unitTree.findPerson')} placeholder={words.t('unitTree.searchHint')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
              <Button variant="default" onClick={() => pick(rows.map((it) => it.id), !rows.every((it) => picked.has(it.id)))}>{words.t('unitTree.pickAll')}</Button>
              {picked.size === 0 ? (
                <p className={styles['soft']}>{words.t('unitTree.pickFirst')}</p>
              ) : (
                <UnitPicker
                  label={words.t('unitTree.sendPicked', { count: picked.size })} units={units} value={null}
                  onChange={(to) => {
                    if (to === null) return;
                    send(people.filter((it) => picked.has(it.id)), to);
                    setPicked(new Set());
                  }}
                />
              )}
            </div>
            <div className={styles['peopleTable']} style={tableHeight(rows.length)}>
              <DataTable label={words.t('unitTree.peopleOf', { unit: units.nameOf(leaving.unit) })} columns={columns} rows={rows} rowKey={(it) => it.id} total={rows.length} />
            </div>
          </div>
        )}
      </QueryStates>
    </Section>
  );
};
