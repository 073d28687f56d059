import { addDays, parseIsoDate } from '@saubac/domain/values';
import { PageHeading } from '@saubac/ui/frame';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ButtonLink, ExportButton, QueryStates, usePageTitle, useWords } from '../../shell/index.ts';
import { unitDaysQuery, type UnitOnDay, unitsQuery } from './queries.ts';
import { TimeSlider } from './time-slider.tsx';
import { markedUnits, type Opened, toggled, type TreeLine, treeRows, type TreeUnit, unitTree } from './tree-rows.ts';
import { UnitsFilters } from './units-filters.tsx';
import styles from './units.module.css';
import { UnitsTable } from './units-table.tsx';

const route = getRouteApi('/t/$tenant/units');

/** Where the address says nothing, the highest units are open. */
const openedOf = (open: string | undefined, tree: readonly TreeUnit[]): Opened => {
  if (open === undefined) return new Set(tree.map(({ unit }) => unit.code));
  return open === 'all' ? 'all' : new Set(open.split(','));
};

// No code is a dash: an address in which nothing is opened says so.
const noneOpened = '-';

const Tree = ({ units, dayBefore, stale, today }: { units: readonly UnitOnDay[]; dayBefore: readonly UnitOnDay[] | undefined; stale: boolean; today: string }) => {
  const { tenant } = route.useParams();
  const { on, search = '', open, line = 'manages', changed = false } = route.useSearch();
  const navigate = route.useNavigate();
  const marked = useMemo(() => markedUnits(units, dayBefore), [units, dayBefore]);
  const tree = useMemo(() => unitTree(marked, line), [marked, line]);
  const names = useMemo(() => new Map(marked.map(({ unit }) => [unit.code, unit.name])), [marked]);
  const rows = useMemo(() => treeRows(tree, openedOf(open, tree), { search, changedAlone: changed }), [tree, open, search, changed]);
  const change = (more: { search?: string; line?: TreeLine; changed?: boolean; open?: string }): void =>
    void navigate({
      search: (now) => {
        const { search: looked = now.search, line: by = now.line, changed: alone = now.changed, open: opened = now.open } = more;
        return { ...(now.on ? { on: now.on } : {}), ...(looked ? { search: looked } : {}), ...(by && by !== 'manages' ? { line: by } : {}), ...(alone ? { changed: true as const } : {}), ...(opened ? { open: opened } : {}) };
      },
      // Typing and opening go into the address without a step back for each of them.
      replace: 'search' in more || 'open' in more,
      resetScroll: false,
    });
  return (
    <>
      <UnitsFilters
        search={search} line={line} changedAlone={changed} changes={marked.some(({ mark }) => mark !== null)} onSearch={(it) => change({ search: it })} onLine={(it) => change({ line: it })}
        onChangedAlone={(it) => change({ changed: it })} onOpenAll={() => change({ open: 'all' })} onShutAll={() => change({ open: noneOpened })}
        tools={<ExportButton key={`${on ?? today} ${search} ${String(changed)}`} tenant={tenant} order={{ kind: 'units', on: on ?? today, search: search || null, changed, format: 'xlsx' }} />}
      />
      <UnitsTable tenant={tenant} on={on} rows={rows} names={names} stale={stale} onToggle={(code) => change({ open: [...toggled(tree, openedOf(open, tree), code)].filter((it) => it !== noneOpened).join(',') || noneOpened })} />
    </>
  );
};

/** The units of a tenant as they stand on a day, below each other, with a line of time on which the days of change are marked. */
export const UnitsPage = () => {
  const words = useWords();
  usePageTitle(words.t('unitTree.title'));
  const { tenant } = route.useParams();
  const { me } = route.useRouteContext();
  const { on: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const today = parseIsoDate(me.today)!;
  const on = parseIsoDate(asked ?? '') ?? today;
  const units = useQuery(unitsQuery(tenant, on));
  const days = useQuery(unitDaysQuery(tenant));
  const changes = days.data?.some((it) => it.on === on) ?? false;
  const dayBefore = useQuery({ ...unitsQuery(tenant, addDays(on, -1)), enabled: changes });
  const may = (permission: string) => (me.permissions as readonly string[]).includes(permission);
  const actions = (
    <>
      {(may('unit.change') || may('unit.commit')) && <ButtonLink variant="default" to="/t/$tenant/units/changes" params={{ tenant }}>{words.t('unitTree.changes')}</ButtonLink>}
      {may('unit.change') && <ButtonLink to="/t/$tenant/units/changes/new" params={{ tenant }}>{words.t('unitTree.newChange')}</ButtonLink>}
    </>
  );
  return (
    <div className={styles['page']}>
      <PageHeading title={words.t('unitTree.title')} about={words.t('unitTree.about')} actions={actions} />
      <TimeSlider days={days.data ?? []} on={on} today={today} onDay={(day) => void navigate({ search: ({ on: _, ...now }) => ({ ...now, ...(day === today ? {} : { on: day }) }), replace: true, resetScroll: false })} />
      <QueryStates query={units} waiting={{ rows: 14, height: '1.5rem' }}>
        {({ items }) => <Tree units={items} dayBefore={changes && !dayBefore.isPlaceholderData ? dayBefore.data?.items : undefined} stale={units.isPlaceholderData} today={today} />}
      </QueryStates>
    </div>
  );
};
