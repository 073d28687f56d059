import type { Posting, UnitValue } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';

/** What may be done to units, in the officer's words: lập, sáp nhập, chia tách, chuyển, giải thể, đổi tên, thay đổi quan hệ. */
export const unitOperationKinds = ['establish', 'merge', 'split', 'move', 'abolish', 'rename', 'line'] as const;
export type UnitOperationKind = (typeof unitOperationKinds)[number];

/** The lines of a unit to another that an operation may change; `manages` is the unit that it stands below. */
export const changeableLines = ['manages', 'reports-to', 'budgets-through'] as const;
export type ChangeableLine = (typeof changeableLines)[number];

/** What a unit is called and what it is, as far as a renaming may change it. */
export type UnitTraits = Pick<UnitValue, 'name' | 'officialCode' | 'tier' | 'bodyKind' | 'field' | 'needsLanguage'>;

/**
 * One operation; units are named by their stable codes. `row` is where its author finds it again, `on` the first day on which it holds.
 *
 * - `merge`: units end, one goes on (an existing one, or one established in the same batch) and takes their people and what stood below them.
 * - `split`: parts take people over by post; the others go to `successor`. The unit ends unless it `goesOn`; then the others stay.
 * - `abolish`: the unit ends; its people go to `successor`, or their posts end with it (`endPosts`), or somebody must have moved them.
 */
export type UnitOperation = { row: number; on: IsoDate } & (
  | { op: 'establish'; unit: string; value: UnitValue }
  | { op: 'merge'; units: readonly string[]; into: string }
  | { op: 'split'; unit: string; into: readonly string[]; goesOn: boolean; successor: string | null; byPost: readonly { post: string; to: string }[] }
  | { op: 'move'; unit: string; parent: string | null }
  | { op: 'abolish'; unit: string; successors: readonly string[]; successor: string | null; endPosts: boolean }
  | { op: 'rename'; unit: string; traits: Partial<UnitTraits> }
  | { op: 'line'; unit: string; line: ChangeableLine; to: string | null }
);

/** Somebody who goes to a unit of his own: from a unit, or (null) from where his main post is; `posting` is what he becomes there, null: what he was. */
export type PersonMove = { row: number; on: IsoDate; person: string; from: string | null; to: string; posting: Omit<Posting, 'unit'> | null };

/** Operations in their order, and who goes where by name. Checked, written and withdrawn as a whole. */
export type ChangeBatch = { operations: readonly UnitOperation[]; moves: readonly PersonMove[] };

/** Why a batch can not be done: at which row of which list, in which column, and what the sentence needs besides. */
export type ChangeRefusal = { list: 'operations' | 'moves'; row: number; column: string; kind: ChangeRefusalKind; params?: Readonly<Record<string, string | number>> };

export const changeRefusalKinds = [
  'nothing-stated', 'unknown-unit', 'unit-not-valid-then', 'code-taken', 'later-change', 'ends-before-it-begins', 'nothing-changes', 'merges-into-itself', 'no-parts', 'successor-not-a-part',
  'unknown-tier', 'tier-not-valid-then', 'unit-circle', 'outlives-parent', 'people-left', 'no-post-then', 'moved-twice', 'unit-ends-before-post', 'reason-missing',
  // Of a file, before anything is decided
  'unknown-operation', 'required', 'unknown-person', 'name-differs', 'not-an-id-number', 'not-a-date', 'unknown-choice', 'unknown-post',
] as const;
export type ChangeRefusalKind = (typeof changeRefusalKinds)[number];

/** The days on which a batch changes anything, first and last. */
export const daysOfBatch = ({ operations, moves }: ChangeBatch): { first: IsoDate; last: IsoDate } | null => {
  const days = [...operations, ...moves].map((it) => it.on).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined ? { first, last } : null;
};

/** All units that a batch names. */
export const unitsNamed = ({ operations, moves }: ChangeBatch): Set<string> => {
  const of = (it: UnitOperation): readonly (string | null)[] => {
    switch (it.op) {
      case 'establish': return [it.unit, it.value.parent, it.value.reportsTo, it.value.budgetsThrough];
      case 'merge': return [...it.units, it.into];
      case 'split': return [it.unit, ...it.into];
      case 'move': return [it.unit, it.parent];
      case 'abolish': return [it.unit, ...it.successors];
      case 'rename': return [it.unit];
      case 'line': return [it.unit, it.to];
    }
  };
  return new Set([...operations.flatMap(of), ...moves.flatMap((it) => [it.from, it.to])].filter((it) => it !== null));
};

/** The units whose people have to go somewhere, or may. */
export const unitsGivingPeople = ({ operations }: Pick<ChangeBatch, 'operations'>): Set<string> =>
  new Set(operations.flatMap((it) => (it.op === 'merge' ? it.units : it.op === 'split' || it.op === 'abolish' ? [it.unit] : [])));
