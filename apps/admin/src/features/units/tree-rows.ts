import { speaksOf } from './plain.ts';
import type { UnitOnDay } from './queries.ts';

/** By which line units stand below each other. */
export const treeLines = ['manages', 'reports-to', 'budgets-through'] as const;
export type TreeLine = (typeof treeLines)[number];

/** What the day did to a unit: it began, it is no more, it goes on as something else. */
export type DayMark = 'new' | 'gone' | 'changed';

/** A unit in the tree: `people` are those in it and in all below, `units` all units below it. */
export type TreeUnit = { unit: UnitOnDay; mark: DayMark | null; children: TreeUnit[]; people: number; units: number };

/** A row that is shown. `open` null: nothing stands below it. */
export type TreeRow = { unit: UnitOnDay; mark: DayMark | null; depth: number; open: boolean | null; people: number; units: number };

const above = (unit: UnitOnDay, line: TreeLine): string | null => {
  const stated = { manages: null, 'reports-to': unit.reportsTo, 'budgets-through': unit.budgetsThrough }[line];
  // A unit that pays through itself stands at the top of that line.
  return stated === unit.code ? null : (stated ?? unit.parent);
};

const alike = (a: UnitOnDay, b: UnitOnDay): boolean =>
  a.name === b.name && a.parent === b.parent && a.tier === b.tier && a.bodyKind === b.bodyKind && a.field === b.field && a.needsLanguage === b.needsLanguage && a.reportsTo === b.reportsTo && a.budgetsThrough === b.budgetsThrough;

/** The units of a day, each with what the day did to it as against the day before; and after them those that are no more. */
export const markedUnits = (units: readonly UnitOnDay[], dayBefore: readonly UnitOnDay[] | undefined): { unit: UnitOnDay; mark: DayMark | null }[] => {
  if (!dayBefore) return units.map((unit) => ({ unit, mark: null }));
  const before = new Map(dayBefore.map((it) => [it.code, it]));
  const now = new Set(units.map((it) => it.code));
  const markOf = (unit: UnitOnDay): DayMark | null => {
    const was = before.get(unit.code);
    if (!was) return 'new';
    return alike(was, unit) ? null : 'changed';
  };
  return [...units.map((unit) => ({ unit, mark: markOf(unit) })), ...dayBefore.filter((it) => !now.has(it.code)).map((unit) => ({ unit, mark: 'gone' as const }))];
};

const counted = (node: TreeUnit): TreeUnit => {
  for (const child of node.children) {
    counted(child);
    // Whoever was in a unit that is no more is counted where he is now.
    if (child.mark === 'gone') continue;
    node.people += child.people;
    node.units += 1 + child.units;
  }
  return node;
};

/** Units below each other by a line, in the order in which they come. One whose way up leads nowhere, or in a circle, stands at the top. */
export const unitTree = (units: readonly { unit: UnitOnDay; mark: DayMark | null }[], line: TreeLine): TreeUnit[] => {
  const nodes = new Map(units.map(({ unit, mark }): [string, TreeUnit] => [unit.code, { unit, mark, children: [], people: mark === 'gone' ? 0 : unit.people, units: 0 }]));
  const parentOf = (node: TreeUnit): TreeUnit | undefined => nodes.get(above(node.unit, line) ?? '');
  const circular = (node: TreeUnit): boolean => {
    const met = new Set([node]);
    for (let at = parentOf(node); at; at = parentOf(at)) {
      if (at === node) return true;
      if (met.has(at)) return false;
      met.add(at);
    }
    return false;
  };
  const tops: TreeUnit[] = [];
  for (const node of nodes.values()) {
    const parent = parentOf(node);
    if (parent && !circular(node)) parent.children.push(node);
    else tops.push(node);
  }
  return tops.map(counted);
};

/** Which units are opened: some by their codes, or all. */
export type Opened = ReadonlySet<string> | 'all';

/** What is looked for in a tree. */
export type TreeFilter = { search: string; changedAlone: boolean };

const kept = (nodes: readonly TreeUnit[], test: (node: TreeUnit) => boolean): TreeUnit[] =>
  nodes.flatMap((node) => {
    const children = kept(node.children, test);
    return children.length > 0 || test(node) ? [{ ...node, children }] : [];
  });

/** The rows that are shown: what is opened, or (where something is looked for) what was found with all above it. */
export const treeRows = (tree: readonly TreeUnit[], opened: Opened, { search, changedAlone }: TreeFilter): TreeRow[] => {
  const speaks = speaksOf(search);
  const filtered = search.trim() !== '' || changedAlone;
  const shown = filtered ? kept(tree, ({ unit, mark }) => speaks(unit.name, unit.code) && (!changedAlone || mark !== null)) : tree;
  const rows: TreeRow[] = [];
  const add = (nodes: readonly TreeUnit[], depth: number): void => {
    for (const { unit, mark, children, people, units } of nodes) {
      const open = children.length === 0 ? null : filtered || opened === 'all' || opened.has(unit.code);
      rows.push({ unit, mark, depth, open, people, units });
      if (open) add(children, depth + 1);
    }
  };
  add(shown, 0);
  return rows;
};

/** The codes of all units that something stands below. */
export const openable = (tree: readonly TreeUnit[]): string[] => tree.flatMap(({ unit, children }) => (children.length === 0 ? [] : [unit.code, ...openable(children)]));

/** What is opened once one unit was opened or shut. */
export const toggled = (tree: readonly TreeUnit[], opened: Opened, code: string): ReadonlySet<string> => {
  const codes = new Set(opened === 'all' ? openable(tree) : opened);
  if (!codes.delete(code)) codes.add(code);
  return codes;
};
