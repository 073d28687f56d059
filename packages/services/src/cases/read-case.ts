import { caseOfSubject, findCase, findDefinition, type KeptCase, movesOfCase, type PastMove } from '@saubac/db/cases';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import { movesOpenTo, structureOf, type Workflow, workflowOfCase, type WorkflowStructure } from '@saubac/domain/workflow';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../context/index.ts';
import { type CaseKind, lastBy } from './case-kind.ts';
import { waitsThrough } from './case-waits.ts';
import { handsOf, heldOverCase, moverOf, permissionsOf, scopeOfHand } from './hands.ts';

/** A move that the caller could take now. `coveredFor`: only in the place of somebody for whom he covers. */
export type OpenMove = { move: string; to: string; reason: boolean; refusals: readonly string[]; coveredFor: UserId | null };

/** Each move once, by the first hand that may take it: one's own before any other's. */
export const byFirstHand = (open: readonly (readonly OpenMove[])[]): readonly OpenMove[] => [...new Map(open.flat().toReversed().map((it) => [it.move, it])).values()].toReversed();

/** A case whole: where it stands, how it came there, what the caller may do with it now, and what changed since the last move. */
export type CaseView = {
  case: KeptCase;
  structure: WorkflowStructure;
  history: readonly PastMove[];
  moves: readonly OpenMove[];
  /** It waits for the caller, and not only for somebody else. */
  waits: boolean;
  changedSince: { before: unknown; now: unknown } | null;
};

export type ReadCaseFailure = Forbidden | { kind: 'unknown-case' };

const viewOf = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, found: KeptCase): Promise<Result<CaseView, ReadCaseFailure>> => {
  const subject = (await kind.subjects(ctx.db, [found.subject])).get(found.subject);
  if (subject === undefined) return fail({ kind: 'unknown-case' });
  const { workflow, state } = workflowOfCase(await findDefinition(ctx.db, found.definition), kind.workflow, found);
  const history = await movesOfCase(ctx.db, found.id);
  const standing = { state, openedBy: found.openedBy ?? 'command-line', lastBy: lastBy(history) };
  const permissions = permissionsOf(workflow as unknown as Workflow<never>);
  const structure = structureOf(workflow as unknown as Workflow<never>);
  const hands = await handsOf(ctx);
  const open = await Promise.all(hands.map(async (hand) => {
    const mover = moverOf(ctx, hand, await heldOverCase(ctx, ctx.db, hand, permissions, found.id));
    return movesOpenTo(workflow, standing, mover, subject).map((it) => ({ ...it, coveredFor: hand.coveredFor }));
  }));
  const now = kind.statement?.(subject) ?? null;
  return ok({
    case: found,
    structure,
    history,
    moves: found.closedAt === null ? byFirstHand(open) : [],
    waits: found.closedAt === null && hands.some((hand, at) => waitsThrough(kind, { case: found, structure }, hand, open[at] ?? [])),
    changedSince: found.statement === null || now === null || isDeepStrictEqual(found.statement, JSON.parse(JSON.stringify(now))) ? null : { before: found.statement, now },
  });
};

/** A case that the caller may see, by his own rights or by those of somebody for whom he covers. */
export const getCase = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, id: string): Promise<Result<CaseView, ReadCaseFailure>> => {
  const scopes = (await handsOf(ctx)).map((hand) => scopeOfHand(ctx, hand, kind.seenBy));
  const [own] = scopes;
  if (own && !own.ok && scopes.every((it) => !it.ok)) return own;
  for (const scope of scopes) {
    const found = scope.ok ? await findCase(ctx.db, scope.value, id, ctx.today) : undefined;
    if (found && found.workflow === kind.workflow.id) return viewOf(ctx, kind, found);
  }
  return fail({ kind: 'unknown-case' });
};

/** The case of a subject: the open one, else the last. */
export const getCaseOf = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, subject: string): Promise<Result<CaseView, ReadCaseFailure>> => {
  const latest = await caseOfSubject(ctx.db, kind.workflow.id, subject);
  return latest ? getCase(ctx, kind, latest.id) : fail({ kind: 'unknown-case' });
};
