import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { type KeyboardEvent, useMemo } from 'react';
import { RowLink, useWords } from '../../shell/index.ts';
import type { TreeRow } from './tree-rows.ts';
import { useUnitTraits } from './unit-names.ts';
import styles from './units.module.css';

type Parts = { tenant: string; on: string | undefined; rows: readonly TreeRow[]; names: ReadonlyMap<string, string>; stale: boolean; onToggle: (code: string) => void };

const UnitName = ({ tenant, on, row, onToggle }: { tenant: string; on: string | undefined; row: TreeRow; onToggle: (code: string) => void }) => {
  const words = useWords();
  const { unit, mark, depth, open } = row;
  return (
    <div className={styles['unit']} style={{ paddingLeft: `${depth * 1.25}rem` }} data-mark={mark ?? undefined}>
      {open === null ? (
        <span className={styles['noOpener']} />
      ) : (
        <button type="button" className={styles['opener']} aria-expanded={open} aria-label={words.t(open ? 'unitTree.shut' : 'unitTree.open', { unit: unit.name })} onClick={() => onToggle(unit.code)}>
          {open ? '▾' : '▸'}
        </button>
      )}
      <RowLink href={`/t/${tenant}/units/${encodeURIComponent(unit.code)}${on ? `?on=${on}` : ''}`} className={styles['name']}>
        <span title={`${unit.name} (${unit.code})`}>{unit.name}</span>
      </RowLink>
      {mark && <span className={styles['mark']}>{words.t(`unitTree.mark-${mark}`)}</span>}
    </div>
  );
};

/** The tree as rows: only those that are seen are drawn. Arrow keys go up and down, and to the right and left open and shut. */
export const UnitsTable = ({ tenant, on, rows, names, stale, onToggle }: Parts) => {
  const words = useWords();
  const traits = useUnitTraits(tenant);
  const columns = useMemo((): TableColumn<TreeRow>[] => {
    const other = ({ unit }: TreeRow, code: string | null): string => (code === null || code === unit.parent ? '' : (names.get(code) ?? code));
    const line = (id: 'reports-to' | 'budgets-through', codeOf: (row: TreeRow) => string | null): TableColumn<TreeRow>[] =>
      // A line that says nothing of any unit takes no place.
      rows.some((row) => other(row, codeOf(row)) !== '') ? [{ id, header: words.t(`unitTree.line-${id}`), width: 'minmax(7.5rem, 1fr)', cell: (row) => <span title={other(row, codeOf(row))}>{other(row, codeOf(row))}</span> }] : [];
    return [
      { id: 'name', header: words.t('unitTree.unit'), width: 'minmax(17rem, 3fr)', phone: 'first', cell: (row) => <UnitName tenant={tenant} on={on} row={row} onToggle={onToggle} /> },
      { id: 'tier', header: words.t('unitTree.tier'), width: '6rem', cell: ({ unit }) => traits.tier(unit.tier) },
      { id: 'kind', header: words.t('unitTree.bodyKind'), width: 'minmax(8rem, 1fr)', cell: ({ unit }) => <span title={traits.bodyKind(unit.bodyKind)}>{traits.bodyKind(unit.bodyKind)}</span> },
      ...line('reports-to', (row) => row.unit.reportsTo),
      ...line('budgets-through', (row) => row.unit.budgetsThrough),
      { id: 'units', header: words.t('unitTree.unitsBelow'), width: '4.5rem', align: 'end', cell: ({ units }) => (units === 0 ? '' : words.number(units)) },
      { id: 'own', header: words.t('unitTree.peopleOwn'), width: '5rem', align: 'end', cell: ({ unit, mark }) => (mark === 'gone' ? '' : words.number(unit.people)) },
      { id: 'people', header: words.t('unitTree.peopleAll'), width: '6rem', align: 'end', phone: 'end', cell: ({ people, mark }) => (mark === 'gone' ? '' : words.number(people)) },
    ];
  }, [words, traits, names, rows, tenant, on, onToggle]);
  if (rows.length === 0) return <EmptyState title={words.t('unitTree.noneTitle')}>{words.t('unitTree.none')}</EmptyState>;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const row = rows[Number((event.target as HTMLElement).closest('[data-index]')?.getAttribute('data-index') ?? -1)];
    if (!row || row.open === null || row.open === (event.key === 'ArrowRight')) return;
    event.preventDefault();
    onToggle(row.unit.code);
  };
  return (
    <div className={styles['table']} aria-busy={stale || undefined} onKeyDown={onKeyDown}>
      <DataTable label={words.t('unitTree.tableLabel')} columns={columns} rows={rows} rowKey={({ unit }) => unit.code} total={rows.length} />
    </div>
  );
};
