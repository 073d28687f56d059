import { unitsById } from '@saubac/db/units';
import { type WorkCalendar, workingDaysBetween } from '@saubac/domain/calendar';
import type { IsoDate, LocalText, UnitId } from '@saubac/domain/values';
import type { AnyCaseKind, CaseView } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** A move that whoever asks may take, in words. `own`: only because he began the case. */
export type MoveShown = { move: string; label: LocalText; to: string; reason: boolean; own: boolean; refusals: LocalText[] };

/** A case in words. `lateDays`: the working days that it is late. */
export type CaseShown = {
  id: string; kind: string; kindLabel: LocalText; title: LocalText; link: string; unit: { id: UnitId; name: string } | null; state: string; stateLabel: LocalText;
  since: IsoDate; dueOn: IsoDate | null; lateDays: number; version: number; moves: MoveShown[];
};

const movesIn = ({ structure, moves }: CaseView, { word }: AnyCaseKind): MoveShown[] =>
  moves.map(({ move, to, reason, refusals }) => ({ move, to, reason, label: word(`move.${move}`), own: structure.moves.find((it) => it.name === move)?.by === 'opener', refusals: refusals.map(word) }));

const nameOfUnit = async (ctx: Ctx, unit: UnitId | null): Promise<CaseShown['unit']> => {
  const standing = unit && (await unitsById(ctx.db, [unit], ctx.today)).get(unit);
  return standing ? { id: standing.id, name: standing.name } : null;
};

/** A case in words, as whoever asks sees it; undefined where its subject is gone. */
export const caseShown = async (ctx: Ctx, kind: AnyCaseKind, view: CaseView, calendar: WorkCalendar): Promise<CaseShown | undefined> => {
  const { case: it } = view;
  const subject = (await kind.subjects(ctx.db, [it.subject])).get(it.subject);
  if (subject === undefined) return undefined;
  const { title, link } = kind.describe(subject);
  return {
    id: it.id, kind: it.workflow, kindLabel: kind.word('name'), title, link, unit: await nameOfUnit(ctx, it.unit), state: it.state, stateLabel: kind.word(`state.${it.state}`),
    since: it.enteredOn, dueOn: it.dueOn, lateDays: it.dueOn !== null && it.closedAt === null && it.dueOn < ctx.today ? Math.max(1, workingDaysBetween(it.dueOn, ctx.today, calendar)) : 0,
    version: it.version, moves: movesIn(view, kind),
  };
};
