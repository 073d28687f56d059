import { casesById, casesInside, definitionsOf, type KeptCase, lastMovers, listOpenCases } from '@saubac/db/cases';
import { type Forbidden, unionOf } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';
import { movesOpenTo, structureOf, type Workflow, workflowOfCase, type WorkflowStructure } from '@saubac/domain/workflow';
import type { Ctx } from '../context/index.ts';
import type { CaseKind } from './case-kind.ts';
import { placesThatMayWait, waitsThrough } from './case-waits.ts';
import { type Hand, handsOf, moverOf, permissionsOf, scopeOfHand } from './hands.ts';
import { byFirstHand, type CaseView } from './read-case.ts';

/** A case as it stands, with its subject and what the caller may do with it now; without what it has been through. */
export type CaseInHand<Subject> = Pick<CaseView, 'case' | 'structure' | 'moves' | 'waits'> & { subject: Subject };

type Going<Subject> = { workflow: Workflow<Subject>; state: string; structure: WorkflowStructure };
type Defined<Subject> = Going<Subject> & { found: KeptCase };

type Kept = ReadonlyMap<string, WorkflowStructure>;

// Worked out once for all that stand alike: a list has hundreds of cases by one or two definitions.
const defined = <Subject>({ workflow: current }: CaseKind<Subject>, kept: Kept, cases: readonly KeptCase[]): Defined<Subject>[] => {
  const alike = new Map<string, Going<Subject>>();
  return cases.map((found) => {
    const key = `${found.definition} ${found.state} ${found.coreState}`;
    const known = alike.get(key);
    if (known) return { ...known, found };
    const { workflow, state } = workflowOfCase(kept.get(found.definition), current, found);
    const going = { workflow, state, structure: structureOf(workflow as unknown as Workflow<never>) };
    alike.set(key, going);
    return { ...going, found };
  });
};

/** For each permission that a move asks for, the cases over whose units a hand has it: one question a permission, however many cases there are. */
const heldOver = async (ctx: Ctx, hand: Hand, cases: readonly Defined<never>[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const asked = [...new Set([...new Set(cases.map((it) => it.workflow))].flatMap(permissionsOf))];
  const ids = cases.map(({ found }) => found.id);
  const held = asked.map(async (permission): Promise<[string, ReadonlySet<string>]> => {
    const scope = scopeOfHand(ctx, hand, permission);
    return [permission, new Set(scope.ok ? await casesInside(ctx.db, scope.value, ids, ctx.today) : [])];
  });
  return new Map(await Promise.all(held));
};

const heldOn = (held: ReadonlyMap<string, ReadonlySet<string>>, id: string): ReadonlySet<string> => new Set([...held].flatMap(([permission, cases]) => (cases.has(id) ? [permission] : [])));

/** Some cases of a kind, whole enough to be listed: read together, so that a long list asks no more than a short one. */
const inHand = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, hands: readonly Hand[], kept: Kept, found: readonly KeptCase[]): Promise<CaseInHand<Subject>[]> => {
  if (found.length === 0) return [];
  const cases = defined(kind, kept, found);
  const subjects = await kind.subjects(ctx.db, [...new Set(found.map((it) => it.subject))]);
  const held = await Promise.all(hands.map(async (hand) => ({ hand, held: await heldOver(ctx, hand, cases as unknown as Defined<never>[]) })));
  const movers = await lastMovers(ctx.db, found.map((it) => it.id));
  return cases.flatMap(({ found: it, workflow, state, structure }): CaseInHand<Subject>[] => {
    const subject = subjects.get(it.subject);
    if (subject === undefined) return [];
    const standing = { state, openedBy: it.openedBy ?? 'command-line', lastBy: movers.get(it.id) ?? {} };
    const open = held.map((by) => movesOpenTo(workflow, standing, moverOf(ctx, by.hand, heldOn(by.held, it.id)), subject).map((one) => ({ ...one, coveredFor: by.hand.coveredFor })));
    const waits = it.closedAt === null && held.some(({ hand }, at) => waitsThrough(kind, { case: it, structure }, hand, open[at] ?? []));
    return [{ case: it, subject, structure, moves: byFirstHand(open), waits }];
  });
};

/** Which page of the open cases of a kind: after this one, so many. `waiting`: of those only that may wait for the caller; whether each does, it says itself. */
export type CasesPage = { after: string | null; limit: number; waiting?: boolean };

/** Open cases of a kind that the caller may see, by his own rights or those of whom he covers for, the first due first; `next` is where the following page begins, null on the last one. */
export const listCases = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, { after, limit, waiting = false }: CasesPage, by?: readonly Hand[]): Promise<Result<{ cases: CaseInHand<Subject>[]; next: string | null }, Forbidden>> => {
  const hands = by ?? (await handsOf(ctx));
  const scopes = hands.map((hand) => scopeOfHand(ctx, hand, kind.seenBy));
  const [own] = scopes;
  const seen = scopes.flatMap((it) => (it.ok ? [it.value] : []));
  if (own && !own.ok && seen.length === 0) return own;
  const kept = await definitionsOf(ctx.db, kind.workflow.id);
  const places = waiting ? placesThatMayWait(ctx, kind, hands, [...kept.values()]) : undefined;
  const found = await listOpenCases(ctx.db, unionOf(seen), ctx.today, { workflow: kind.workflow.id, places, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return ok({ cases: await inHand(ctx, kind, hands, kept, page), next: found.length > limit ? (page.at(-1)?.id ?? null) : null });
};

/** Those of some cases that are of a kind and that the caller may see, closed ones too. */
export const casesInHand = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, ids: readonly string[]): Promise<CaseInHand<Subject>[]> => {
  const hands = await handsOf(ctx);
  const seen = hands.map((hand) => scopeOfHand(ctx, hand, kind.seenBy)).flatMap((it) => (it.ok ? [it.value] : []));
  if (seen.length === 0) return [];
  const found = await casesById(ctx.db, unionOf(seen), ids, ctx.today);
  return inHand(ctx, kind, hands, await definitionsOf(ctx.db, kind.workflow.id), found.filter((it) => it.workflow === kind.workflow.id));
};
