import { Section } from '@saubac/ui/frame';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { QueryStates, useWords } from '../../../shell/index.ts';
import { useUnitTraits } from '../unit-names.ts';
import styles from './changes.module.css';
import { tableHeight } from './table-height.ts';
import { unitDifferences, type UnitSide } from './unit-differences.ts';
import { type Change, type Finding, type FindingList, findingsQuery } from './queries.ts';

const route = getRouteApi('/t/$tenant/units/changes/$change');

type Preview = NonNullable<Change['preview']>;

/** The lists that have anything in them, each with how much. */
const filled = (preview: Preview): { list: FindingList; count: number }[] =>
  ([
    { list: 'units', count: preview.created + preview.ended + preview.changed },
    { list: 'people', count: preview.people },
    { list: 'figures', count: preview.figures },
    { list: 'grants', count: preview.grants },
    { list: 'plans', count: preview.plans },
  ] as const).filter((it) => it.count > 0);

type Heads = { denominator: number; numerator: number };

const useColumns = (tenant: string, list: FindingList, nameOf: (code: string) => string): TableColumn<Finding>[] => {
  const words = useWords();
  const unit = (it: Finding): string => nameOf(it.unit ?? it.code ?? '');
  const traits = useUnitTraits(tenant);
  const sides = ({ before, after }: Finding) => unitDifferences(before as UnitSide, after as UnitSide, { unit: nameOf, tier: traits.tier, bodyKind: traits.bodyKind, field: traits.field, none: words.t('unitTree.nothingStated') });
  const heads = (it: unknown): string => (it ? words.t('unitTree.ofCohort', it as Heads) : '–');
  const column = (id: string, header: string, cell: (it: Finding) => string, phone: 'first' | 'second' | 'end', width = 'minmax(8rem, 1fr)'): TableColumn<Finding> => ({ id, header, cell: (it) => <span title={cell(it)}>{cell(it)}</span>, width, phone, });
  const figure = (id: string, header: string, cell: (it: Finding) => string): TableColumn<Finding> => ({ ...column(id, header, cell, 'end', '9rem'), align: 'end' });
  switch (list) {
    case 'people': return [
      column('name', words.t('unitTree.person'), (it) => it.name ?? '–', 'first'),
      column('from', words.t('unitTree.leaves'), (it) => nameOf(it.from ?? ''), 'second', 'minmax(10rem, 1.4fr)'),
      column('to', words.t('unitTree.goesTo'), (it) => (it.to ? nameOf(it.to) : words.t('unitTree.postEnds')), 'end', 'minmax(10rem, 1.4fr)'),
    ];
    case 'figures': return [
      column('unit', words.t('unitTree.unit'), unit, 'first'),
      column('target', words.t('unitTree.target'), (it) => (it.title ? words.text(it.title) : (it.target ?? '')), 'second', 'minmax(12rem, 2fr)'),
      { ...figure('before', words.t('unitTree.before'), (it) => heads(it.before)), phone: 'none' },
      figure('after', words.t('unitTree.after'), (it) => heads(it.after)),
    ];
    case 'grants': return [column('role', words.t('unitTree.role'), (it) => words.named('roles', it.role ?? ''), 'first'), column('unit', words.t('unitTree.unit'), unit, 'second'), column('line', words.t('unitTree.whichLine'), (it) => words.named('unitTree', `line-${it.line ?? ''}`), 'end')];
    case 'plans': return [column('plan', words.t('unitTree.plan'), (it) => it.plan ?? '', 'first'), column('unit', words.t('unitTree.unit'), unit, 'second'), column('place', words.t('unitTree.place'), (it) => words.named('unitTree', `place-${it.place ?? ''}`), 'end')];
    default: return [
      column('unit', words.t('unitTree.unit'), (it) => `${((it.after ?? it.before) as UnitSide)?.name ?? ''} (${it.code ?? ''})`, 'first', 'minmax(12rem, 1.4fr)'),
      column('kind', words.t('unitTree.whatHappens'), (it) => words.named('unitTree', `kind-${it.kind ?? ''}`), 'end', '7rem'),
      { ...column('before', words.t('unitTree.before'), (it) => sides(it).before, 'second', 'minmax(10rem, 1.4fr)'), phone: 'none' },
      column('after', words.t('unitTree.after'), (it) => sides(it).after, 'second', 'minmax(10rem, 1.4fr)'),
    ];
  }
};

const List = ({ tenant, change, list, count, nameOf }: { tenant: string; change: Change; list: FindingList; count: number; nameOf: (code: string) => string }) => {
  const words = useWords();
  const found = useInfiniteQuery(findingsQuery(tenant, change.id, change.version, list));
  const columns = useColumns(tenant, list, nameOf);
  return (
    <QueryStates query={found} waiting={{ rows: 5, height: '2rem' }}>
      {({ pages }) => {
        const rows = pages.flatMap((it) => it.items).map((it, at) => ({ ...it, at }));
        return (
          <div className={styles['peopleTable']} style={tableHeight(found.hasNextPage ? count : rows.length)}>
            <DataTable
              label={words.t(`unitTree.list-${list}`, { count })} columns={columns} rows={rows} rowKey={(it) => String((it as Finding & { at?: number }).at)} more={found.hasNextPage}
              loadingMore={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} {...(found.hasNextPage ? {} : { total: rows.length })}
            />
          </div>
        );
      }}
    </QueryStates>
  );
};

/** What a change does, in lists: units, people, figures of units, roles and plans. The list that is open is in the address. */
export const FindingLists = ({ tenant, change, nameOf }: { tenant: string; change: Change; nameOf: (code: string) => string }) => {
  const words = useWords();
  const { list: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const lists = change.preview ? filled(change.preview) : [];
  const shown = lists.find((it) => it.list === asked) ?? lists[0];
  if (!shown) return null;
  return (
    <Section title={words.t('unitTree.lists')}>
      <div className={styles['tabs']} role="group" aria-label={words.t('unitTree.lists')}>
        {lists.map(({ list, count }) => (
          <button key={list} type="button" aria-pressed={list === shown.list} onClick={() => void navigate({ search: (now) => ({ ...now, list }), replace: true, resetScroll: false })}>
            {words.t(`unitTree.list-${list}`, { count })}
          </button>
        ))}
      </div>
      <List key={shown.list} tenant={tenant} change={change} list={shown.list} count={shown.count} nameOf={nameOf} />
    </Section>
  );
};
