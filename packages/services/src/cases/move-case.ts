import { type Doer, findCase, insertMove, type KeptCase, movesOfCase } from '@saubac/db/cases';
import { queue } from '@saubac/db/outbox';
import type { Record } from '@saubac/db/audit';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { everything, fail, ok, type Result, type UnitScope, type UserId } from '@saubac/domain/values';
import { type CaseStanding, coreStateOf, type DecidedMove, decideMove, type MoveFailure, type Mover, type Workflow } from '@saubac/domain/workflow';
import type { ChangedMeanwhile } from '../people/refusals.ts';
import { type CaseCtx, type CaseKind, doerOf, lastBy, type MovedCase } from './case-kind.ts';
import { definitionOfCase } from './definition.ts';
import { type Hand, handsOf, heldOverCase, inPlaceOf, moverOf, permissionsOf, scopeOfHand } from './hands.ts';
import { daysOf } from './state-days.ts';

/** The outbox kind of a move that was taken: whoever is concerned is to be told. */
export const caseMoved = 'case.moved';

/** The case, the move, the version that was seen (without it the one that stands), and why. */
export type MoveInput = { case: string; move: string; version?: number | undefined; reason?: string | undefined };

export type MoveCaseFailure =
  | Forbidden
  | { kind: 'unknown-case' }
  | { kind: 'case-closed'; state: string }
  | ChangedMeanwhile<{ version: number; move: string }, KeptCase>
  | MoveFailure;

const closes = (workflow: { final: readonly string[] }, state: string): boolean => workflow.final.includes(state);

/** What a move is decided by: the case in hand, its subject, and the definition that it goes by. */
type InHand<Subject> = { found: KeptCase; subject: Subject; standing: CaseStanding } & Awaited<ReturnType<typeof definitionOfCase<Subject>>>;

const takeInHand = async <Subject>(ctx: CaseCtx, tx: TenantTx, kind: CaseKind<Subject>, found: KeptCase, move: string): Promise<InHand<Subject> | undefined> => {
  await kind.hold?.(tx, found.subject, move);
  const subject = (await kind.subjects(tx, [found.subject])).get(found.subject);
  if (subject === undefined) return undefined;
  const defined = await definitionOfCase(tx, kind.workflow, found, ctx.now());
  return { ...defined, found, subject, standing: { state: defined.state, openedBy: found.openedBy ?? 'command-line', lastBy: lastBy(await movesOfCase(tx, found.id)) } };
};

type Deciding = Pick<MoveInput, 'move' | 'reason'>;

const decide = <Subject>({ workflow, standing, subject }: InHand<Subject>, { move, reason }: Deciding, mover: Mover): Result<DecidedMove, MoveFailure> => decideMove(workflow, standing, move, mover, subject, reason);

type Taken = { decided: DecidedMove; moved: Doer; coveredFor: UserId | null };

const takeMove = async <Subject>(ctx: CaseCtx, tx: TenantTx, record: Record, kind: CaseKind<Subject>, { found, workflow, state, digest, subject }: InHand<Subject>, { move, reason }: Deciding, { decided, moved, coveredFor }: Taken): Promise<MovedCase> => {
  const { to, effects } = decided;
  await insertMove(tx, found.id, {
    ...daysOf({ ...kind, workflow }, to, subject, ctx.today, ctx.calendar),
    move, from: state, to, coreState: coreStateOf(workflow, to), definition: digest, closes: closes(workflow, to),
    statement: kind.statement?.(subject), reason: reason?.trim() || null, coveredFor, moved,
  });
  await kind.moved?.(ctx, tx, record, { case: found.id, subjectId: found.subject, subject, move, from: state, to, reason: reason?.trim() || null });
  for (const effect of effects) await queue(tx, { kind: kind.effectKind?.(effect.name) ?? `case.${effect.name}`, payload: { ...effect.payload, ...kind.effectPayload?.(effect.name), case: found.id } });
  await queue(tx, { kind: caseMoved, payload: { case: found.id, version: found.version + 1 } });
  await record({ act: 'case.moved', subject: { kind: 'case', id: found.id }, before: { state }, after: { state: to, move, ...inPlaceOf(coveredFor) } });
  return { id: found.id, from: state, to, version: found.version + 1, case: found };
};

/** The first of the caller's hands that may take the move, and why his own may not. */
const decideByHands = async <Subject>(ctx: CaseCtx, tx: TenantTx, hands: readonly Hand[], inHand: InHand<Subject>, input: MoveInput): Promise<Result<Taken, MoveFailure>> => {
  const permissions = permissionsOf(inHand.workflow as unknown as Workflow<never>);
  const refused: MoveFailure[] = [];
  for (const hand of hands) {
    const decided = decide(inHand, input, moverOf(ctx, hand, await heldOverCase(ctx, tx, hand, permissions, inHand.found.id)));
    if (decided.ok) return ok({ decided: decided.value, moved: doerOf(ctx), coveredFor: hand.coveredFor });
    refused.push(decided.failure);
  }
  // Why it may not be taken tells more than that one has no right of one's own to it.
  return fail(refused.find((it) => it.kind !== 'forbidden') ?? refused[0] ?? { kind: 'no-such-move', move: input.move });
};

const seenThrough = async (tx: TenantTx, scopes: readonly UnitScope[], id: string, ctx: CaseCtx): Promise<KeptCase | undefined> => {
  for (const scope of scopes) {
    const found = await findCase(tx, scope, id, ctx.today, true);
    if (found) return found;
  }
  return undefined;
};

/**
 * Moves a case: the caller, or somebody for whom he covers, holds the permission of the move over the case's unit, the definition that the case
 * pins allows it, and nobody has moved or changed it since it was seen. What follows is queued with it.
 */
export const moveCase = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, input: MoveInput): Promise<Result<MovedCase, MoveCaseFailure>> => {
  const hands = await handsOf(ctx);
  const seen = hands.map((hand) => scopeOfHand(ctx, hand, kind.seenBy));
  const scopes = seen.flatMap((it) => (it.ok ? [it.value] : []));
  const own = seen[0];
  if (scopes.length === 0 && own && !own.ok) return own;
  return ctx.write<Result<MovedCase, MoveCaseFailure>>(async (tx, record) => {
    const found = await seenThrough(tx, scopes, input.case, ctx);
    if (!found || found.workflow !== kind.workflow.id) return fail({ kind: 'unknown-case' });
    if (input.version !== undefined && input.version !== found.version) return fail({ kind: 'changed-meanwhile', yours: { version: input.version, move: input.move }, current: found });
    if (found.closedAt !== null) return fail({ kind: 'case-closed', state: found.state });
    const inHand = await takeInHand(ctx, tx, kind, found, input.move);
    if (!inHand) return fail({ kind: 'unknown-case' });
    const taken = await decideByHands(ctx, tx, hands, inHand, input);
    return taken.ok ? ok(await takeMove(ctx, tx, record, kind, inHand, input, taken.value)) : taken;
  }, input.reason?.trim() || undefined);
};

/** A move that the clock takes: time is over. */
export const lapseCase = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, input: { case: string; move: string }): Promise<Result<MovedCase, MoveCaseFailure>> =>
  ctx.write<Result<MovedCase, MoveCaseFailure>>(async (tx, record) => {
    const found = await findCase(tx, everything, input.case, ctx.today, true);
    if (!found || found.workflow !== kind.workflow.id) return fail({ kind: 'unknown-case' });
    if (found.closedAt !== null || found.dueOn === null || found.dueOn >= ctx.today) return fail({ kind: 'case-closed', state: found.state });
    const inHand = await takeInHand(ctx, tx, kind, found, input.move);
    if (!inHand) return fail({ kind: 'unknown-case' });
    const decided = decide(inHand, input, { by: 'clock' });
    if (!decided.ok) return decided;
    return ok(await takeMove(ctx, tx, record, kind, inHand, input, { decided: decided.value, moved: { by: null, label: 'clock', at: ctx.now() }, coveredFor: null }));
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
