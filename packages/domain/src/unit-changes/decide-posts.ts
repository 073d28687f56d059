import { type Period, periodOn, type Posting, samePosting, type UnitHistory } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';
import type { Outflow } from './decide-units.ts';
import type { ChangeRefusal, ChangeRefusalKind, PersonMove } from './operation.ts';

/** A post that somebody holds, by the id of its row. */
export type Holding = Period<Posting> & { id: string; person: string; main: boolean };

/** A post that begins because another one was cut or given up; `after` is the row that it goes on from. */
export type StartedHolding = Omit<Holding, 'id'> & { after: string };

/** Somebody whose unit ends and who goes nowhere. */
export type Stranded = { row: number; person: string; unit: string; holding: string };

/** What becomes of posts: rows that end earlier, rows of days to come that change or go, and rows that begin. Everything else stays as it is. */
export type DecidedPosts = { changed: { before: Holding; after: Holding }[]; removed: Holding[]; started: StartedHolding[]; stranded: Stranded[]; refusals: ChangeRefusal[] };

// A row while it is worked on: `known` is what is kept of it, null for one that begins here.
type Working = { person: string; main: boolean; from: IsoDate; to: Period<Posting>['to']; value: Posting; known: Holding | null; after: string; gone: boolean };

type Work = { rows: Working[]; byUnit: Map<string, Set<Working>>; byPerson: Map<string, Working[]>; refusals: ChangeRefusal[]; stranded: Stranded[] };

const add = (work: Work, it: Working): Working => {
  work.rows.push(it);
  (work.byUnit.get(it.value.unit) ?? work.byUnit.set(it.value.unit, new Set()).get(it.value.unit)!).add(it);
  (work.byPerson.get(it.person) ?? work.byPerson.set(it.person, []).get(it.person)!).push(it);
  return it;
};

const refuse = (work: Work, { row }: { row: number }, column: string, kind: ChangeRefusalKind, params: ChangeRefusal['params'] = {}): void => {
  work.refusals.push({ list: 'moves', row, column, kind, params });
};

/** Lets a post go on as another one from a day; a post that has not begun by then is as if it had been the other one. */
const goesOn = (work: Work, it: Working, on: IsoDate, value: Posting): void => {
  if (samePosting(it.value, value)) return;
  if (it.from >= on) {
    work.byUnit.get(it.value.unit)?.delete(it);
    it.value = value;
    (work.byUnit.get(value.unit) ?? work.byUnit.set(value.unit, new Set()).get(value.unit)!).add(it);
    return;
  }
  add(work, { ...it, from: on, value, known: null });
  it.to = on;
};

const endsAt = (it: Working, on: IsoDate): void => {
  if (it.from >= on) it.gone = true;
  else it.to = on;
};

const isAffected = (it: Working, on: IsoDate): boolean => !it.gone && it.to > on;

const move = (work: Work, it: PersonMove): void => {
  const held = (work.byPerson.get(it.person) ?? []).filter((post) => isAffected(post, it.on) && post.from <= it.on && (it.from === null ? post.main : post.value.unit === it.from));
  const post = held.find(({ main }) => main) ?? held[0];
  if (!post) return refuse(work, it, 'person', 'no-post-then', { on: it.on, ...(it.from === null ? {} : { unit: it.from }) });
  goesOn(work, post, it.on, { ...(it.posting ?? post.value), unit: it.to });
};

const flow = (work: Work, { row, unit, on, byPost, rest }: Outflow): void => {
  for (const post of [...(work.byUnit.get(unit) ?? [])]) {
    if (!isAffected(post, on)) continue;
    const to = (post.value.post === null ? undefined : byPost.get(post.value.post)) ?? (rest.kind === 'to' ? rest.unit : undefined);
    if (to !== undefined) goesOn(work, post, on, { ...post.value, unit: to });
    else if (rest.kind === 'end') endsAt(post, on);
    else if (rest.kind === 'nowhere') work.stranded.push({ row, person: post.person, unit, holding: post.after });
  }
};

const samePlace = (a: Posting, b: Posting): boolean => a.unit === b.unit && a.post === b.post;

/** A post beside another that came to be the same one in the same unit is not held twice. */
const dropTwins = (work: Work): void => {
  const touched = new Set(work.rows.filter((it) => it.known === null || !samePosting(it.known.value, it.value)).map(({ person }) => person));
  for (const person of touched) {
    const posts = (work.byPerson.get(person) ?? []).filter(({ gone }) => !gone);
    const seen: Working[] = [];
    for (const it of posts.toSorted((a, b) => Number(b.main) - Number(a.main))) {
      const twin = it.main ? undefined : seen.find((other) => samePlace(other.value, it.value) && other.from < it.to && it.from < other.to);
      // Two that were held beside each other before are none of this batch's business.
      if (!twin || (it.known && twin.known && samePosting(it.known.value, it.value) && samePosting(twin.known.value, twin.value))) seen.push(it);
      else if (it.from < twin.from) {
        it.to = twin.from;
        seen.push(it);
      } else it.gone = true;
    }
  }
};

const unitRefusals = (work: Work, units: UnitHistory): void => {
  for (const it of work.rows) {
    if (it.gone || (it.known && it.known.value.unit === it.value.unit)) continue;
    const versions = units.get(it.value.unit) ?? [];
    const until = versions.reduce<Period<Posting>['to'] | ''>((last, { to }) => (to > last ? to : last), '');
    if (!periodOn(versions, it.from) || until < it.to) refuse(work, { row: 0 }, 'to', 'unit-ends-before-post', { unit: it.value.unit, on: it.from });
  }
};

const twice = (work: Work, moves: readonly PersonMove[]): void => {
  for (const group of Map.groupBy(moves, ({ person, from, on }) => `${person} ${from ?? ''} ${on}`).values()) {
    for (const it of group.slice(1)) refuse(work, it, 'person', 'moved-twice', { otherRow: group[0]!.row });
  }
};

const known = (it: Working, id: string): Holding => ({ id, person: it.person, main: it.main, from: it.from, to: it.to, value: it.value });

/**
 * What becomes of people's posts when units change. Who is moved by name goes where he is sent; of the others in a unit that gives people
 * up each goes by his post, else where the rest goes. `holdings` are all posts of everybody who has one in a unit of the batch, or is
 * moved. A post that ran on beyond the day ends the day before and begins anew; its own days are never rewritten.
 */
export const decidePosts = (holdings: readonly Holding[], { outflows, moves, units }: { outflows: readonly Outflow[]; moves: readonly PersonMove[]; units: UnitHistory }): DecidedPosts => {
  const work: Work = { rows: [], byUnit: new Map(), byPerson: new Map(), refusals: [], stranded: [] };
  for (const it of holdings) add(work, { person: it.person, main: it.main, from: it.from, to: it.to, value: it.value, known: it, after: it.id, gone: false });
  twice(work, moves);
  const days = [...new Set([...moves, ...outflows].map((it) => it.on))].sort();
  const [movesOn, outflowsOn] = [Map.groupBy(moves, ({ on }) => on), Map.groupBy(outflows, ({ on }) => on)];
  for (const day of days) {
    for (const it of movesOn.get(day) ?? []) move(work, it);
    for (const it of outflowsOn.get(day) ?? []) flow(work, it);
  }
  dropTwins(work);
  if (work.stranded.length === 0) unitRefusals(work, units);
  const changed = work.rows.filter((it): it is Working & { known: Holding } => it.known !== null && !it.gone && (it.to !== it.known.to || !samePosting(it.value, it.known.value)));
  return {
    changed: changed.map((it) => ({ before: it.known, after: known(it, it.known.id) })),
    removed: work.rows.flatMap((it) => (it.known && it.gone ? [it.known] : [])),
    started: work.rows.flatMap((it) => (it.known || it.gone ? [] : [{ person: it.person, main: it.main, from: it.from, to: it.to, value: it.value, after: it.after }])),
    stranded: work.stranded, refusals: work.refusals,
  };
};
