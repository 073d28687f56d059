import { casesInside, findDefinition, type KeptCase, lastMovers, listOpenCases } from '@saubac/db/cases';
import type { Forbidden, Permission, PluginPermission } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';
import { movesOpenTo, structureOf, type Workflow, workflowOfCase } from '@saubac/domain/workflow';
import { type Ctx, permit } from '../context/index.ts';
import type { CaseKind } from './case-kind.ts';
import type { CaseView } from './read-case.ts';

/** A case as it stands, with its subject and what the caller may do with it now; without what it has been through. */
export type CaseInHand<Subject> = Pick<CaseView, 'case' | 'structure' | 'moves'> & { subject: Subject };

type Defined<Subject> = { found: KeptCase; workflow: Workflow<Subject>; state: string };

const defined = async <Subject>(ctx: Ctx, { workflow }: CaseKind<Subject>, cases: readonly KeptCase[]): Promise<Defined<Subject>[]> => {
  const digests = [...new Set(cases.map((it) => it.definition))];
  const kept = new Map(await Promise.all(digests.map(async (digest) => [digest, await findDefinition(ctx.db, digest)] as const)));
  return cases.map((found) => ({ found, ...workflowOfCase(kept.get(found.definition), workflow, found) }));
};

/** For each permission that a move asks for, the cases over whose units the caller holds it: one question a permission, however many cases there are. */
const heldOver = async (ctx: Ctx, cases: readonly Defined<never>[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const asked = [...new Set(cases.flatMap(({ workflow }) => Object.values(workflow.moves).map((it) => it.permission)))];
  const ids = cases.map(({ found }) => found.id);
  const held = asked.map(async (permission): Promise<[string, ReadonlySet<string>]> => {
    const scope = permit(ctx, permission as Permission | PluginPermission);
    return [permission, new Set(scope.ok ? await casesInside(ctx.db, scope.value, ids, ctx.today) : [])];
  });
  return new Map(await Promise.all(held));
};

/** Some cases of a kind, whole enough to be listed: read together, so that a long list asks no more than a short one. */
const inHand = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, found: readonly KeptCase[]): Promise<CaseInHand<Subject>[]> => {
  const cases = await defined(ctx, kind, found);
  const subjects = await kind.subjects(ctx.db, [...new Set(found.map((it) => it.subject))]);
  const held = await heldOver(ctx, cases as unknown as Defined<never>[]);
  const movers = await lastMovers(ctx.db, found.map((it) => it.id));
  const id = ctx.actor.id ?? 'command-line';
  return cases.flatMap(({ found: it, workflow, state }): CaseInHand<Subject>[] => {
    const subject = subjects.get(it.subject);
    if (subject === undefined) return [];
    const mover = { by: 'person' as const, id, may: (permission: string) => held.get(permission)?.has(it.id) === true };
    const standing = { state, openedBy: it.openedBy ?? 'command-line', lastBy: movers.get(it.id) ?? {} };
    return [{ case: it, subject, structure: structureOf(workflow as unknown as Workflow<never>), moves: movesOpenTo(workflow, standing, mover, subject) }];
  });
};

/** Which page of the open cases of a kind: after this one, so many. */
export type CasesPage = { after: string | null; limit: number };

/** Open cases of a kind that the caller may see, the first due first; `next` is where the following page begins, null on the last one. */
export const listCases = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, { after, limit }: CasesPage): Promise<Result<{ cases: CaseInHand<Subject>[]; next: string | null }, Forbidden>> => {
  const scope = permit(ctx, kind.seenBy);
  if (!scope.ok) return scope;
  const found = await listOpenCases(ctx.db, scope.value, ctx.today, { workflow: kind.workflow.id, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  return ok({ cases: await inHand(ctx, kind, page), next: found.length > limit ? (page.at(-1)?.id ?? null) : null });
};
