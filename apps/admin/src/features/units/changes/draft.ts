import type { OperationKind } from '../operation-kinds.ts';
import type { ChangeInput } from './mutations.ts';
import type { Change, Move } from './queries.ts';

/** One operation as it is written down. */
export type Operation = ChangeInput['operations'][number];
export type OperationOf<Kind extends OperationKind> = Extract<Operation, { op: Kind }>;

/** Somebody who goes to a unit of his own. */
export type DraftMove = { person: string; name: string | null; from: string | null; to: string; on?: string; posting: Record<string, unknown> | null };

/** A change while it is written: the document it is based on, the operations in their order, who goes where by name. */
export type Draft = { title: string; on: string; decision: { number: string; date: string } | null; why: string; operations: Operation[]; moves: DraftMove[] };

const dayOfItsOwn = (day: unknown, on: string): { on?: string } => (typeof day === 'string' && day !== on ? { on: day } : {});

/** What is written in a change, to go on from. Operations that hold from its day on name no day of their own, so that they follow it. */
export const draftOf = (change: Pick<Change, 'title' | 'on' | 'decision' | 'why' | 'operations'>, moves: readonly Move[]): Draft => ({
  title: change.title, on: change.on, decision: change.decision, why: change.why ?? '',
  // They come back as they were sent, which the contract has checked.
  operations: change.operations.map(({ row: _, on, ...it }) => ({ ...it, ...dayOfItsOwn(on, change.on) }) as Operation),
  moves: moves.map(({ person, name, from, to, on, posting }) => ({ person, name, from, to, posting, ...dayOfItsOwn(on, change.on) })),
});

/** A draft in the form of the API. */
export const inputOf = ({ title, on, decision, why, operations, moves }: Draft): ChangeInput => ({
  title: title.trim(), on, decision, why: why.trim() === '' ? null : why.trim(), operations,
  moves: moves.map(({ name: _, posting, ...it }) => ({ ...it, posting: posting as NonNullable<ChangeInput['moves']>[number]['posting'] & object | null })),
});

/** Whether two drafts say the same. */
export const sameDraft = (a: Draft, b: Draft): boolean => JSON.stringify(inputOf(a)) === JSON.stringify(inputOf(b));

/** What is missing before a draft can be kept. */
export type BasisFault = 'title' | 'decision' | 'why';
export const basisFaults = ({ title, on, decision, why }: Pick<Draft, 'title' | 'on' | 'decision' | 'why'>, today: string): BasisFault[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(decision !== null && (decision.number.trim() === '' || decision.date === '') ? (['decision'] as const) : []),
  ...(on < today && why.trim() === '' ? (['why'] as const) : []),
];

/** An operation that nothing is stated for yet but (perhaps) the unit it is about. */
export const emptyOperation = (op: OperationKind, unit = ''): Operation => {
  switch (op) {
    case 'establish': return { op, unit: '', value: { name: '', tier: 'province', bodyKind: 'state', parent: unit || null, officialCode: null, field: null, needsLanguage: false, reportsTo: null, budgetsThrough: null } };
    case 'merge': return { op, units: unit ? [unit] : [], into: '' };
    case 'split': return { op, unit, into: [], goesOn: false, successor: null, byPost: [] };
    case 'move': return { op, unit, parent: null };
    case 'abolish': return { op, unit, successors: [], successor: null, endPosts: false };
    case 'rename': return { op, unit, traits: {} };
    case 'line': return { op, unit, line: 'reports-to', to: null };
  }
};

/** A place of an operation that is missing or wrong, as its field is called. */
export type OperationFault = 'unit' | 'units' | 'into' | 'name' | 'code' | 'parent' | 'nothing';

/** What is missing in an operation before it says anything. Whether it can be done the preview tells. */
export const operationFaults = (it: Operation): OperationFault[] => {
  const missing = (wrong: boolean, fault: OperationFault): OperationFault[] => (wrong ? [fault] : []);
  switch (it.op) {
    case 'establish': return [...missing(it.unit.trim() === '', 'code'), ...missing(it.value.name.trim() === '', 'name')];
    case 'merge': return [...missing(it.units.length === 0, 'units'), ...missing(it.into === '', 'into')];
    case 'split': return [...missing(it.unit === '', 'unit'), ...missing(it.into.length === 0, 'into')];
    case 'move': return [...missing(it.unit === '', 'unit'), ...missing(it.unit !== '' && it.unit === it.parent, 'parent')];
    case 'abolish': return missing(it.unit === '', 'unit');
    case 'rename': return [...missing(it.unit === '', 'unit'), ...missing(it.unit !== '' && Object.keys(it.traits).length === 0, 'nothing'), ...missing(it.traits.name?.trim() === '', 'name')];
    case 'line': return missing(it.unit === '', 'unit');
  }
};

/** Units that a draft founds. */
export const foundedIn = (operations: readonly Operation[]): { code: string; name: string }[] => operations.flatMap((it) => (it.op === 'establish' ? [{ code: it.unit, name: it.value.name }] : []));

/** Puts operations in the place of one (or, with its number null, at the end). What founds a unit stands before what uses it. */
export const withOperations = (draft: Draft, at: number | null, operations: readonly Operation[]): Draft => ({
  ...draft, operations: at === null ? [...draft.operations, ...operations] : draft.operations.toSpliced(at, 1, ...operations),
});

/** A unit whose people go somewhere: to one of some units by name, and all others to `rest` (null: nobody takes them; they stay where it goes on). */
export type Leaving = { at: number; op: 'merge' | 'split' | 'abolish'; unit: string; places: string[]; rest: string | null; stays: boolean; ends: boolean };

/** The units whose people go somewhere by a draft, in the order of its operations. */
export const leavingIn = (operations: readonly Operation[]): Leaving[] =>
  operations.flatMap((it, at): Leaving[] => {
    if (it.op === 'merge') return it.units.filter((unit) => unit !== it.into).map((unit) => ({ at, op: 'merge', unit, places: [it.into], rest: it.into, stays: false, ends: false }));
    if (it.op === 'split') return [{ at, op: 'split', unit: it.unit, places: it.into, rest: it.successor ?? null, stays: it.goesOn ?? false, ends: false }];
    if (it.op === 'abolish') return [{ at, op: 'abolish', unit: it.unit, places: it.successors ?? [], rest: it.successor ?? null, stays: false, ends: it.endPosts ?? false }];
    return [];
  });

/** Where all go who are not named: of a split or an abolition. */
export const withRest = (draft: Draft, at: number, rest: string | null): Draft => {
  const it = draft.operations[at];
  if (it?.op !== 'split' && it?.op !== 'abolish') return draft;
  const named = it.op === 'abolish' && rest !== null && !(it.successors ?? []).includes(rest) ? { successors: [...(it.successors ?? []), rest] } : {};
  return { ...draft, operations: draft.operations.with(at, { ...it, ...named, successor: rest, ...(it.op === 'abolish' && rest !== null ? { endPosts: false } : {}) }) };
};

/** Sends somebody to a unit by name; null: he goes with all the others. */
export const withMove = (draft: Draft, people: readonly { person: string; name: string | null }[], to: string | null): Draft => {
  const named = new Set(people.map((it) => it.person));
  const others = draft.moves.filter((it) => !named.has(it.person));
  if (to === null) return { ...draft, moves: others };
  const before = new Map(draft.moves.map((it) => [it.person, it]));
  return { ...draft, moves: [...others, ...people.map((it) => ({ from: null, posting: null, ...before.get(it.person), ...it, to }))] };
};

/** Takes an operation out. Who was moved by name stays so: his move says where he goes, whatever becomes of his unit. */
export const withoutOperation = (draft: Draft, at: number): Draft => ({ ...draft, operations: draft.operations.toSpliced(at, 1) });
