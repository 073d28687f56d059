import { unitsById } from '@saubac/db/units';
import { type WorkCalendar, workingDaysBetween } from '@saubac/domain/calendar';
import type { IsoDate, LocalText, UnitId, UserId } from '@saubac/domain/values';
import type { AnyCaseKind, CaseInHand } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** A move that whoever asks may take, in words. `own`: only because he began the case; `coveredFor`: only in the place of this user. */
export type MoveShown = { move: string; label: LocalText; to: string; reason: boolean; own: boolean; coveredFor: UserId | null; refusals: LocalText[] };

/** A case in words. `lateDays`: the working days that it is late. */
export type CaseShown = {
  id: string; kind: string; kindLabel: LocalText; title: LocalText; link: string; unit: { id: UnitId; name: string } | null; state: string; stateLabel: LocalText;
  since: IsoDate; dueOn: IsoDate | null; lateDays: number; version: number; moves: MoveShown[];
};

const movesIn = ({ structure, moves }: Pick<CaseInHand<unknown>, 'structure' | 'moves'>, { word }: AnyCaseKind): MoveShown[] =>
  moves.map(({ move, to, reason, refusals, coveredFor }) => ({ move, to, reason, coveredFor, label: word(`move.${move}`), own: structure.moves.find((it) => it.name === move)?.by === 'opener', refusals: refusals.map(word) }));

const lateDaysOf = ({ dueOn, closedAt }: CaseInHand<unknown>['case'], today: IsoDate, calendar: WorkCalendar): number =>
  dueOn !== null && closedAt === null && dueOn < today ? Math.max(1, workingDaysBetween(dueOn, today, calendar)) : 0;

/** Cases in words, as whoever asks sees them. */
export const casesShown = async (ctx: Ctx, kind: AnyCaseKind, cases: readonly CaseInHand<unknown>[], calendar: WorkCalendar): Promise<CaseShown[]> => {
  const units = await unitsById(ctx.db, [...new Set(cases.flatMap(({ case: it }) => it.unit ?? []))], ctx.today);
  return cases.map((inHand) => {
    const { case: it, subject } = inHand;
    const { title, link } = kind.describe(subject);
    const unit = it.unit === null ? undefined : units.get(it.unit);
    return {
      id: it.id, kind: it.workflow, kindLabel: kind.word('name'), title, link, unit: unit ? { id: unit.id, name: unit.name } : null, state: it.state, stateLabel: kind.word(`state.${it.state}`),
      since: it.enteredOn, dueOn: it.dueOn, lateDays: lateDaysOf(it, ctx.today, calendar), version: it.version, moves: movesIn(inHand, kind),
    };
  });
};
