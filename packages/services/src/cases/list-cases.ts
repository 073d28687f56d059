import { casesInside, findDefinition, type KeptCase, lastMovers, listOpenCases } from '@saubac/db/cases';
import { type Forbidden, unionOf } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';
import { movesOpenTo, structureOf, type Workflow, workflowOfCase } from '@saubac/domain/workflow';
import type { Ctx } from '../context/index.ts';
import type { CaseKind } from './case-kind.ts';
import { type Hand, handsOf, moverOf, permissionsOf, scopeOfHand } from './hands.ts';
import { byFirstHand, type CaseView } from './read-case.ts';

/** A case as it stands, with its subject and what the caller may do with it now; without what it has been through. */
export type CaseInHand<Subject> = Pick<CaseView, 'case' | 'structure' | 'moves'> & { subject: Subject };

type Defined<Subject> = { found: KeptCase; workflow: Workflow<Subject>; state: string };

const defined = async <Subject>(ctx: Ctx, { workflow }: CaseKind<Subject>, cases: readonly KeptCase[]): Promise<Defined<Subject>[]> => {
  const digests = [...new Set(cases.map((it) => it.definition))];
  const kept = new Map(await Promise.all(digests.map(async (digest) => [digest, await findDefinition(ctx.db, digest)] as const)));
  return cases.map((found) => ({ found, ...workflowOfCase(kept.get(found.definition), workflow, found) }));
};

/** For each permission that a move asks for, the cases over whose units a hand has it: one question a permission, however many cases there are. */
const heldOver = async (ctx: Ctx, hand: Hand, cases: readonly Defined<never>[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const asked = [...new Set(cases.flatMap(({ workflow }) => permissionsOf(workflow)))];
  const ids = cases.map(({ found }) => found.id);
  const held = asked.map(async (permission): Promise<[string, ReadonlySet<string>]> => {
    const scope = scopeOfHand(ctx, hand, permission);
    return [permission, new Set(scope.ok ? await casesInside(ctx.db, scope.value, ids, ctx.today) : [])];
  });
  return new Map(await Promise.all(held));
};

const heldOn = (held: ReadonlyMap<string, ReadonlySet<string>>, id: string): ReadonlySet<string> => new Set([...held].flatMap(([permission, cases]) => (cases.has(id) ? [permission] : [])));

/** Some cases of a kind, whole enough to be listed: read together, so that a long list asks no more than a short one. */
const inHand = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, hands: readonly Hand[], found: readonly KeptCase[]): Promise<CaseInHand<Subject>[]> => {
  const cases = await defined(ctx, kind, found);
  const subjects = await kind.subjects(ctx.db, [...new Set(found.map((it) => it.subject))]);
  const held = await Promise.all(hands.map(async (hand) => ({ hand, held: await heldOver(ctx, hand, cases as unknown as Defined<never>[]) })));
  const movers = await lastMovers(ctx.db, found.map((it) => it.id));
  return cases.flatMap(({ found: it, workflow, state }): CaseInHand<Subject>[] => {
    const subject = subjects.get(it.subject);
    if (subject === undefined) return [];
    const standing = { state, openedBy: it.openedBy ?? 'command-line', lastBy: movers.get(it.id) ?? {} };
    const open = held.map((by) => movesOpenTo(workflow, standing, moverOf(ctx, by.hand, heldOn(by.held, it.id)), subject).map((one) => ({ ...one, coveredFor: by.hand.coveredFor })));
    return [{ case: it, subject, structure: structureOf(workflow as unknown as Workflow<never>), moves: byFirstHand(open) }];
  });
};

/** Which page of the open cases of a kind: after this one, so many. */
export type CasesPage = { after: string | null; limit: number };

/** Open cases of a kind that the caller may see, by his own rights or those of whom he covers for, the first due first; `next` is where the following page begins, null on the last one. */
export const listCases = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, { after, limit }: CasesPage): Promise<Result<{ cases: CaseInHand<Subject>[]; next: string | null }, Forbidden>> => {
  const hands = await handsOf(ctx);
  const scopes = hands.map((hand) => scopeOfHand(ctx, hand, kind.seenBy));
  const [own] = scopes;
  const seen = scopes.flatMap((it) => (it.ok ? [it.value] : []));
  if (own && !own.ok && seen.length === 0) return own;
  const found = await listOpenCases(ctx.db, unionOf(seen), ctx.today, { workflow: kind.workflow.id, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return ok({ cases: await inHand(ctx, kind, hands, page), next: found.length > limit ? (page.at(-1)?.id ?? null) : null });
};
