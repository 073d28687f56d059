import { findCase } from '@saubac/db/cases';
import { workCalendar } from '@saubac/db/reference';
import type { Forbidden } from '@saubac/domain/access';
import { everything, fail, type LocalText, ok, type Result, type UserId } from '@saubac/domain/values';
import { type AnyCaseKind, type CaseCtx, type CaseView, getCase, moveCase, type MoveCaseFailure, type MovedCase, type ReadCaseFailure } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { withCalendar } from './calendar.ts';
import { casesShown, type CaseShown } from './case-shown.ts';
import { caseKinds } from './kinds.ts';

/** A case whole, in words. */
export type WholeCase = CaseShown & {
  openedBy: string; openedAt: string; closed: boolean;
  structure: { states: { name: string; label: LocalText }[]; initial: string; final: string[]; moves: { name: string; label: LocalText; from: string[]; to: string }[] };
  history: { move: string; label: LocalText; from: string; to: string; by: string; coveredFor: UserId | null; reason: string | null; at: string }[];
  changedSince: { before: unknown; now: unknown } | null;
};

const wholeOf = async (ctx: Ctx, kind: AnyCaseKind, view: CaseView): Promise<WholeCase | undefined> => {
  const subject = (await kind.subjects(ctx.db, [view.case.subject])).get(view.case.subject);
  const [shown] = subject === undefined ? [] : await casesShown(ctx, kind, [{ ...view, subject }], await workCalendar(ctx.db));
  if (!shown) return undefined;
  const { case: it, structure, history, changedSince } = view;
  return {
    ...shown,
    openedBy: it.openedLabel, openedAt: new Date(it.openedAt).toISOString(), closed: it.closedAt !== null,
    structure: {
      states: structure.states.map((name) => ({ name, label: kind.word(`state.${name}`) })), initial: structure.initial, final: [...structure.final],
      moves: structure.moves.map(({ name, from, to }) => ({ name, label: kind.word(`move.${name}`), from: [...from], to })),
    },
    history: history.map(({ move, from, to, label, reason, at, coveredFor }) => ({ move, from, to, reason, coveredFor, by: label, label: kind.word(`move.${move}`), at: new Date(at).toISOString() })),
    changedSince,
  };
};

const found = async (ctx: Ctx, id: string): Promise<{ kind: AnyCaseKind; view: CaseView } | undefined> => {
  const workflow = (await findCase(ctx.db, everything, id, ctx.today))?.workflow;
  const kind = caseKinds(ctx).find((it) => it.workflow.id === workflow);
  const view = kind && (await getCase(ctx, kind, id));
  return kind && view?.ok ? { kind, view: view.value } : undefined;
};

/** A case that the caller may see, of whatever kind. */
export const getWholeCase = async (ctx: Ctx, id: string): Promise<Result<WholeCase, ReadCaseFailure>> => {
  const it = await found(ctx, id);
  const whole = it && (await wholeOf(ctx, it.kind, it.view));
  return whole ? ok(whole) : fail({ kind: 'unknown-case' });
};

/** Conditions that do not hold, in words. */
export type GuardsRefused = Extract<MoveCaseFailure, { kind: 'guard-refused' }> & { words: LocalText[] };

export type MoveWholeFailure = Exclude<MoveCaseFailure, { kind: 'guard-refused' }> | GuardsRefused | ReadCaseFailure | Forbidden;

/** The case, the move, the version that was seen, and why. */
export type SeenMove = { case: string; move: string; version: number; reason?: string | undefined };

/** Moves a case of whatever kind, as it was seen; alone or as one of many it is refused for the same reasons in the same words. */
export const moveSeenCase = async (ctx: CaseCtx, input: SeenMove): Promise<Result<MovedCase, MoveWholeFailure>> => {
  const it = await found(ctx, input.case);
  if (!it) return fail({ kind: 'unknown-case' });
  const moved = await moveCase(ctx, it.kind, input);
  if (moved.ok) return moved;
  const { failure } = moved;
  return fail(failure.kind === 'guard-refused' ? { ...failure, words: failure.refusals.map(it.kind.word) } : failure);
};

/** Moves a case of whatever kind, as the caller saw it. */
export const moveWholeCase = async (ctx: Ctx, input: SeenMove): Promise<Result<WholeCase, MoveWholeFailure>> => {
  const moved = await moveSeenCase(await withCalendar(ctx), input);
  return moved.ok ? getWholeCase(ctx, input.case) : moved;
};
