import { findCase, insertMove, type KeptCase, movesOfCase } from '@saubac/db/cases';
import { queue } from '@saubac/db/outbox';
import type { Record } from '@saubac/db/audit';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden, Permission, PluginPermission } from '@saubac/domain/access';
import { everything, fail, ok, type Result, type UnitScope } from '@saubac/domain/values';
import { coreStateOf, decideMove, type MoveFailure, type Mover } from '@saubac/domain/workflow';
import { permit } from '../context/index.ts';
import type { ChangedMeanwhile } from '../people/refusals.ts';
import { type CaseCtx, type CaseKind, doerOf, lastBy, type MovedCase } from './case-kind.ts';
import { definitionOfCase } from './definition.ts';
import { daysOf } from './state-days.ts';

/** The case, the move, the version that was seen (without it the one that stands), and why. */
export type MoveInput = { case: string; move: string; version?: number | undefined; reason?: string | undefined };

export type MoveCaseFailure =
  | Forbidden
  | { kind: 'unknown-case' }
  | { kind: 'case-closed'; state: string }
  | ChangedMeanwhile<{ version: number; move: string }, KeptCase>
  | MoveFailure;

/** The units over which whoever asks may take the move; the clock may everywhere. */
const scopeOf = (ctx: CaseCtx, permission: string): Result<UnitScope, Forbidden> => permit(ctx, permission as Permission | PluginPermission);

const moverOf = (ctx: CaseCtx, seen: (permission: string) => boolean): Mover =>
  // The operator at the command line has no account: he counts as somebody else than any officer.
  ({ by: 'person', id: ctx.actor.id ?? 'command-line', may: seen });

const closes = (workflow: { final: readonly string[] }, state: string): boolean => workflow.final.includes(state);

const takeMove = async <Subject>(ctx: CaseCtx, tx: TenantTx, record: Record, kind: CaseKind<Subject>, found: KeptCase, { move, reason }: MoveInput, mover: Mover): Promise<Result<MovedCase, MoveCaseFailure>> => {
  const subject = (await kind.subjects(tx, [found.subject])).get(found.subject);
  if (subject === undefined) return fail({ kind: 'unknown-case' });
  const { workflow, state, digest } = await definitionOfCase(tx, kind.workflow, found, ctx.now());
  const decided = decideMove(workflow, { state, openedBy: found.openedBy ?? 'command-line', lastBy: lastBy(await movesOfCase(tx, found.id)) }, move, mover, subject, reason);
  if (!decided.ok) return decided;
  const { to, effects } = decided.value;
  await insertMove(tx, found.id, {
    ...daysOf({ ...kind, workflow }, to, subject, ctx.today, ctx.calendar),
    move, from: state, to, coreState: coreStateOf(workflow, to), definition: digest, closes: closes(workflow, to),
    statement: kind.statement?.(subject), reason: reason?.trim() || null, coveredFor: null,
    moved: mover.by === 'clock' ? { by: null, label: 'clock', at: ctx.now() } : doerOf(ctx),
  });
  await kind.moved?.(ctx, tx, record, { case: found.id, subjectId: found.subject, subject, move, from: state, to, reason: reason?.trim() || null });
  for (const effect of effects) await queue(tx, { kind: kind.effectKind?.(effect.name) ?? `case.${effect.name}`, payload: { ...effect.payload, ...kind.effectPayload?.(effect.name), case: found.id } });
  await record({ act: 'case.moved', subject: { kind: 'case', id: found.id }, before: { state }, after: { state: to, move } });
  return ok({ id: found.id, from: state, to, version: found.version + 1, case: found });
};

/**
 * Moves a case: the caller holds the permission of the move over the case's unit, the definition that the case pins allows it, and nobody has
 * moved or changed it since it was seen. What follows is queued with it.
 */
export const moveCase = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, input: MoveInput): Promise<Result<MovedCase, MoveCaseFailure>> => {
  const seen = permit(ctx, kind.seenBy);
  if (!seen.ok) return seen;
  return ctx.write<Result<MovedCase, MoveCaseFailure>>(async (tx, record) => {
    const found = await findCase(tx, seen.value, input.case, ctx.today, true);
    if (!found || found.workflow !== kind.workflow.id) return fail({ kind: 'unknown-case' });
    if (input.version !== undefined && input.version !== found.version) return fail({ kind: 'changed-meanwhile', yours: { version: input.version, move: input.move }, current: found });
    if (found.closedAt !== null) return fail({ kind: 'case-closed', state: found.state });
    const held = new Set<string>();
    const { workflow } = await definitionOfCase(tx, kind.workflow, found, ctx.now());
    for (const permission of new Set(Object.values(workflow.moves).map((it) => it.permission))) {
      const scope = scopeOf(ctx, permission);
      if (scope.ok && (await findCase(tx, scope.value, found.id, ctx.today))) held.add(permission);
    }
    return takeMove(ctx, tx, record, kind, found, input, moverOf(ctx, (permission) => held.has(permission)));
  }, input.reason?.trim() || undefined);
};

/** A move that the clock takes: time is over. */
export const lapseCase = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, input: { case: string; move: string }): Promise<Result<MovedCase, MoveCaseFailure>> =>
  ctx.write<Result<MovedCase, MoveCaseFailure>>(async (tx, record) => {
    const found = await findCase(tx, everything, input.case, ctx.today, true);
    if (!found || found.workflow !== kind.workflow.id) return fail({ kind: 'unknown-case' });
    if (found.closedAt !== null || found.dueOn === null || found.dueOn >= ctx.today) return fail({ kind: 'case-closed', state: found.state });
    return takeMove(ctx, tx, record, kind, found, input, { by: 'clock' });
  });

/** What became of one of many cases. */
export type BulkResult = { case: string; ok: true; to: string } | { case: string; ok: false; failure: MoveCaseFailure };

/** Takes the same move in many cases, each in a write of its own: what is refused does not hold up the others, and after a break the rest can be done again. */
export const moveCases = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, { cases, move, reason }: { cases: readonly string[]; move: string; reason?: string | undefined }): Promise<readonly BulkResult[]> => {
  const results: BulkResult[] = [];
  for (const id of cases) {
    if (ctx.signal?.aborted) break;
    const moved = await moveCase(ctx, kind, { case: id, move, reason });
    results.push(moved.ok ? { case: id, ok: true, to: moved.value.to } : { case: id, ok: false, failure: moved.failure });
  }
  return results;
};
