import { type Bits, hasBit } from './bits.ts';
import { type IdList, idAt, meetings } from './id-list.ts';
import { conditionKey } from './explain.ts';
import type { FrozenCondition, FrozenLevels, FrozenPeople, FrozenSets } from './frozen.ts';

/** What became of somebody between two closes: he came into or fell out of the denominator, or stayed in it and reached the level or lost it. */
export const changeKinds = ['entered', 'left', 'gained', 'lost'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One side of a comparison: the people of a part and one target of it. */
export type ComparedSide = { people: FrozenPeople; sets: FrozenSets; levels: FrozenLevels; conditions: readonly FrozenCondition[] };

/** Somebody whom the two closes count differently, and his places in them. */
export type MembershipChange = { person: string; kind: ChangeKind; before: number | null; after: number | null };

const at = (bits: Bits, place: number | null): boolean => place !== null && hasBit(bits, place);

const kindOf = (before: ComparedSide, after: ComparedSide, placeBefore: number | null, placeAfter: number | null): ChangeKind | undefined => {
  const [was, is] = [at(before.sets.denominator, placeBefore), at(after.sets.denominator, placeAfter)];
  if (was !== is) return is ? 'entered' : 'left';
  if (!is) return undefined;
  const [had, has] = [at(before.sets.reached, placeBefore), at(after.sets.reached, placeAfter)];
  if (had === has) return undefined;
  return has ? 'gained' : 'lost';
};

/** Everybody whom two closes count differently for a target, in the order of the lists. */
export const changesBetween = (before: ComparedSide, after: ComparedSide): MembershipChange[] => {
  const changes: MembershipChange[] = [];
  for (const met of meetings(before.people.ids, after.people.ids)) {
    const kind = kindOf(before, after, met.before, met.after);
    if (kind) changes.push({ person: met.before === null ? idAt(after.people.ids, met.after ?? 0) : idAt(before.people.ids, met.before), kind, ...met });
  }
  return changes;
};

/**
 * Why somebody is counted differently, as far as what was kept tells. `appeared`, `disappeared`: he was not among those present in one of the
 * closes. `facts`: ids of the facts whose conditions came out differently. `plan-changed`: the rules asked something else.
 */
export type ChangeCause =
  | { kind: 'appeared' | 'disappeared' | 'unit-changed' | 'certificate-added' | 'certificate-gone' | 'certificate-replaced' | 'level-differs' | 'plan-changed' }
  | { kind: 'facts'; facts: string[] };

/** The certificate that made the level of the person at a place; null if he had none. */
export const certificateAt = ({ level, certificates }: FrozenLevels, place: number): { level: number; certificate: string } | null => {
  const held = level[place] ?? 0;
  if (held === 0) return null;
  let before = 0;
  for (let index = 0; index < place; index += 1) if ((level[index] ?? 0) > 0) before += 1;
  return { level: held, certificate: idAt(certificates as IdList, before) };
};

const levelCause = (before: ComparedSide, after: ComparedSide, placeBefore: number, placeAfter: number): ChangeCause[] => {
  const [was, is] = [certificateAt(before.levels, placeBefore), certificateAt(after.levels, placeAfter)];
  if (was === null && is === null) return [];
  if (was === null) return [{ kind: 'certificate-added' }];
  if (is === null) return [{ kind: 'certificate-gone' }];
  if (was.certificate !== is.certificate) return [{ kind: 'certificate-replaced' }];
  return was.level === is.level ? [] : [{ kind: 'level-differs' }];
};

const factsChanged = (before: ComparedSide, after: ComparedSide, placeBefore: number, placeAfter: number): ChangeCause[] => {
  const outcome = (it: FrozenCondition, place: number): string => `${hasBit(it.held, place)} ${hasBit(it.unknown, place)}`;
  const was = new Map(before.conditions.map((it) => [conditionKey(it.condition, it.milestone), outcome(it, placeBefore)]));
  const facts = after.conditions.flatMap((it) => {
    const known = was.get(conditionKey(it.condition, it.milestone));
    return known !== undefined && known !== outcome(it, placeAfter) && it.condition.fact !== 'level' ? [it.condition.fact] : [];
  });
  return facts.length > 0 ? [{ kind: 'facts', facts: [...new Set(facts)] }] : [];
};

/** Why a change came about, the nearest causes only; empty where what was kept does not tell. `sameRules`: both closes asked the same. */
export const causesOf = ({ kind, before: placeBefore, after: placeAfter }: MembershipChange, before: ComparedSide, after: ComparedSide, told: { sameUnit: boolean; sameRules: boolean }): ChangeCause[] => {
  if (placeBefore === null) return [{ kind: 'appeared' }];
  if (placeAfter === null) return [{ kind: 'disappeared' }];
  const levels = kind === 'gained' || kind === 'lost' ? levelCause(before, after, placeBefore, placeAfter) : [];
  const unit: ChangeCause[] = told.sameUnit ? [] : [{ kind: 'unit-changed' }];
  const found = [...levels, ...unit, ...factsChanged(before, after, placeBefore, placeAfter)];
  return found.length === 0 && !told.sameRules ? [{ kind: 'plan-changed' }] : found;
};
