import { caseOfSubject, findCase, findDefinition, type KeptCase, movesOfCase, type PastMove } from '@saubac/db/cases';
import type { Forbidden, Permission, PluginPermission } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';
import { movesOpenTo, structureOf, type Workflow, workflowOfCase, type WorkflowStructure } from '@saubac/domain/workflow';
import { isDeepStrictEqual } from 'node:util';
import { type Ctx, permit } from '../context/index.ts';
import { type CaseKind, lastBy } from './case-kind.ts';

/** A case whole: where it stands, how it came there, what the caller may do with it now, and what changed since the last move. */
export type CaseView = {
  case: KeptCase;
  structure: WorkflowStructure;
  history: readonly PastMove[];
  moves: readonly { move: string; to: string; reason: boolean; refusals: readonly string[] }[];
  changedSince: { before: unknown; now: unknown } | null;
};

export type ReadCaseFailure = Forbidden | { kind: 'unknown-case' };

const viewOf = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, found: KeptCase): Promise<Result<CaseView, ReadCaseFailure>> => {
  const subject = (await kind.subjects(ctx.db, [found.subject])).get(found.subject);
  if (subject === undefined) return fail({ kind: 'unknown-case' });
  const { workflow, state } = workflowOfCase(await findDefinition(ctx.db, found.definition), kind.workflow, found);
  const history = await movesOfCase(ctx.db, found.id);
  const held = new Set<string>();
  for (const permission of new Set(Object.values(workflow.moves).map((it) => it.permission))) {
    const scope = permit(ctx, permission as Permission | PluginPermission);
    if (scope.ok && (await findCase(ctx.db, scope.value, found.id, ctx.today))) held.add(permission);
  }
  const mover = { by: 'person' as const, id: ctx.actor.id ?? 'command-line', may: (permission: string) => held.has(permission) };
  const now = kind.statement?.(subject) ?? null;
  return ok({
    case: found,
    structure: structureOf(workflow as unknown as Workflow<never>),
    history,
    moves: found.closedAt === null ? movesOpenTo(workflow, { state, openedBy: found.openedBy ?? 'command-line', lastBy: lastBy(history) }, mover, subject) : [],
    changedSince: found.statement === null || now === null || isDeepStrictEqual(found.statement, JSON.parse(JSON.stringify(now))) ? null : { before: found.statement, now },
  });
};

/** A case that the caller may see. */
export const getCase = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, id: string): Promise<Result<CaseView, ReadCaseFailure>> => {
  const scope = permit(ctx, kind.seenBy);
  if (!scope.ok) return scope;
  const found = await findCase(ctx.db, scope.value, id, ctx.today);
  return found && found.workflow === kind.workflow.id ? viewOf(ctx, kind, found) : fail({ kind: 'unknown-case' });
};

/** The case of a subject: the open one, else the last. */
export const getCaseOf = async <Subject>(ctx: Ctx, kind: CaseKind<Subject>, subject: string): Promise<Result<CaseView, ReadCaseFailure>> => {
  const latest = await caseOfSubject(ctx.db, kind.workflow.id, subject);
  return latest ? getCase(ctx, kind, latest.id) : fail({ kind: 'unknown-case' });
};
