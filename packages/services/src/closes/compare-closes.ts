import { peopleNow } from '@saubac/db/closes';
import type { Forbidden } from '@saubac/domain/access';
import { causesOf, type ChangeCause, type ChangeKind, changeKinds, changesBetween, type ComparedSide, type MembershipChange } from '@saubac/domain/closes';
import { type LocalText, ok, type PersonId, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { NowPlace } from '@saubac/db/closes';
import { type CloseView, viewOf } from './close-view.ts';
import { type CountedFrozen, findFrozenTarget, type FrozenTargetFailure, membersOf } from './find-frozen.ts';
import { type CloseNotFrozen, type FrozenClose, frozenClose, type UnknownClose } from './read-closes.ts';

export type CompareFailure = Forbidden | UnknownClose | CloseNotFrozen;

/** How many came into a denominator and fell out of it, and how many of those who stayed reached the level or lost it. */
export type ChangeCounts = Record<ChangeKind, number>;

/** What changed for one target, all in all and by the unit each person had then (for who left: in the earlier close). */
export type TargetChanges = { target: string; title: LocalText; counts: ChangeCounts; units: { code: string; name: string; counts: ChangeCounts }[] };

/** Two closes side by side. Targets that only one of them counted are in `onlyBefore` and `onlyAfter`. */
export type CloseComparison = { before: CloseView; after: CloseView; targets: TargetChanges[]; onlyBefore: string[]; onlyAfter: string[] };

type Side = { closed: FrozenClose; counted: CountedFrozen; side: ComparedSide };
type Placed = MembershipChange & { unit: { code: string; name: string } };

const noChanges = (): ChangeCounts => ({ entered: 0, left: 0, gained: 0, lost: 0 });

const countsOf = (changes: readonly MembershipChange[]): ChangeCounts => changes.reduce((counts, { kind }) => ({ ...counts, [kind]: counts[kind] + 1 }), noChanges());

const sideOf = async (ctx: Ctx, closed: FrozenClose, counted: CountedFrozen): Promise<Side> => ({ closed, counted, side: await membersOf(ctx, counted) });

const unitOf = ({ closed, side }: Side, place: number | null): { code: string; name: string } | undefined => {
  if (place === null) return undefined;
  const unit = side.people.units[place] ?? -1;
  const found = closed.units[unit];
  return found && (closed.readable === 'all' || closed.readable.has(unit)) ? { code: found.code, name: found.name } : undefined;
};

/** The changes of one target that the caller may see: of people whose unit he may read in the close that they stand in. */
const placedChanges = (before: Side, after: Side): Placed[] =>
  changesBetween(before.side, after.side).flatMap((it) => {
    const unit = it.kind === 'left' ? unitOf(before, it.before) : unitOf(after, it.after);
    return unit ? [{ ...it, unit }] : [];
  });

const byUnit = (changes: readonly Placed[]): TargetChanges['units'] =>
  [...Map.groupBy(changes, (it) => it.unit.code)].map(([code, of]) => ({ code, name: of[0]?.unit.name ?? '', counts: countsOf(of) })).toSorted((a, b) => (a.code < b.code ? -1 : 1));

const countedCodes = ({ plans }: FrozenClose): string[] => [...new Set(plans.flatMap((it) => it.targets.filter((one) => one.counted).map((one) => one.code)))];

const bothCloses = async (ctx: Ctx, before: string, after: string, permission: 'close.read' | 'person.read'): Promise<Result<[FrozenClose, FrozenClose], CompareFailure>> => {
  const first = await frozenClose(ctx, before, permission);
  if (!first.ok) return first;
  const second = await frozenClose(ctx, after, permission);
  return second.ok ? ok([first.value, second.value]) : second;
};

const sidesOf = async (ctx: Ctx, [first, second]: readonly [FrozenClose, FrozenClose], target: string): Promise<Result<[Side, Side], FrozenTargetFailure>> => {
  const before = findFrozenTarget(first, target);
  if (!before.ok) return before;
  const after = findFrozenTarget(second, target);
  return after.ok ? ok([await sideOf(ctx, first, before.value), await sideOf(ctx, second, after.value)]) : after;
};

/** Says what changed between two closes, such as a signed one and its correction: for each target that both counted, who entered, left, gained and lost. */
export const compareCloses = async (ctx: Ctx, { before, after }: { before: string; after: string }): Promise<Result<CloseComparison, CompareFailure>> => {
  const both = await bothCloses(ctx, before, after, 'close.read');
  if (!both.ok) return both;
  const [first, second] = both.value;
  const [was, is] = [countedCodes(first), countedCodes(second)];
  const targets: TargetChanges[] = [];
  for (const code of is.filter((it) => was.includes(it))) {
    const sides = await sidesOf(ctx, both.value, code);
    if (!sides.ok) continue;
    const changes = placedChanges(...sides.value);
    targets.push({ target: code, title: sides.value[1].counted.target.title, counts: countsOf(changes), units: byUnit(changes) });
  }
  return ok({ before: viewOf(first.close), after: viewOf(second.close), targets, onlyBefore: was.filter((it) => !is.includes(it)), onlyAfter: is.filter((it) => !was.includes(it)) });
};

/** Somebody whom two closes count differently, and why, as far as what was kept tells. */
export type ChangedPerson = { id: PersonId; fullName: string | null; kind: ChangeKind; unit: { code: string; name: string }; causes: ChangeCause[] };

export type ChangedPeoplePage = { people: ChangedPerson[]; next: NowPlace | null };

export type ChangedPeopleQuestion = { before: string; after: string; target: string; kinds?: readonly ChangeKind[] | undefined; page?: { after: NowPlace | null; limit: number } };

/** The people whom two closes count differently for a target, with the reason, in the order of the names they have now, a page at a time. */
export const changedPeople = async (ctx: Ctx, { before, after, target, kinds = changeKinds, page = { after: null, limit: 50 } }: ChangedPeopleQuestion): Promise<Result<ChangedPeoplePage, CompareFailure | FrozenTargetFailure>> => {
  const scope = permit(ctx, 'person.read');
  if (!scope.ok) return scope;
  const both = await bothCloses(ctx, before, after, 'person.read');
  if (!both.ok) return both;
  const sides = await sidesOf(ctx, both.value, target);
  if (!sides.ok) return sides;
  const [first, second] = sides.value;
  const changes = new Map(placedChanges(first, second).filter((it) => kinds.includes(it.kind)).map((it) => [it.person, it]));
  const rows = await peopleNow(ctx.db, [...changes.keys()], { after: page.after, limit: page.limit + 1 });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const sameRules = first.counted.plan.planVersionId === second.counted.plan.planVersionId && first.closed.close.rulesDigest === second.closed.close.rulesDigest;
  const person = ({ id, fullName }: (typeof shown)[number]): ChangedPerson => {
    const change = changes.get(id)!;
    const sameUnit = unitIdAt(first, change.before) === unitIdAt(second, change.after);
    return { id, fullName, kind: change.kind, unit: change.unit, causes: causesOf(change, first.side, second.side, { sameUnit, sameRules }) };
  };
  return ok({ people: shown.map(person), next: rows.length > page.limit && last ? { key: last.key, id: last.id } : null });
};

const unitIdAt = ({ closed, side }: Side, place: number | null): string | undefined => (place === null ? undefined : closed.units[side.people.units[place] ?? -1]?.id);
