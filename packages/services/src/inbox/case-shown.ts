import { peopleByIds } from '@saubac/db/plugins';
import { unitsById } from '@saubac/db/units';
import { type WorkCalendar, workingDaysBetween } from '@saubac/domain/calendar';
import type { IsoDate, LocalText, PersonId, UnitId, UserId } from '@saubac/domain/values';
import type { AnyCaseKind, CaseInHand } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';

/** A move that whoever asks may take, in words. `aside`: he may, but the case does not wait for it; `coveredFor`: only in the place of this user. */
export type MoveShown = { move: string; label: LocalText; to: string; reason: boolean; aside: boolean; coveredFor: UserId | null; refusals: LocalText[] };

/** A case in words. `person`: whom it is about, where whoever asks may see him; `lateDays`: the working days that it is late. */
export type CaseShown = {
  id: string; kind: string; kindLabel: LocalText; title: LocalText; link: string; person: PersonNamed | null; unit: { id: UnitId; name: string } | null; state: string; stateLabel: LocalText;
  since: IsoDate; dueOn: IsoDate | null; lateDays: number; version: number; moves: MoveShown[];
};

const movesIn = ({ case: it, structure, moves }: Pick<CaseInHand<unknown>, 'case' | 'structure' | 'moves'>, { word, workflow }: AnyCaseKind): MoveShown[] =>
  moves.map(({ move, to, reason, refusals, coveredFor }) => ({ move, to, reason, coveredFor, label: word(`move.${move}`), aside: structure.moves.find(({ name }) => name === move)?.by === 'opener' || (workflow.moves[move]?.aside?.includes(it.state) ?? false), refusals: refusals.map(word) }));

const lateDaysOf = ({ dueOn, closedAt }: CaseInHand<unknown>['case'], today: IsoDate, calendar: WorkCalendar): number =>
  dueOn !== null && closedAt === null && dueOn < today ? Math.max(1, workingDaysBetween(dueOn, today, calendar)) : 0;

/** Somebody by the name under which he is in the roster. */
export type PersonNamed = { id: PersonId; name: string };

/** Those of some people whom whoever asks may see, by their ids. */
export const peopleNamed = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, PersonNamed>> => {
  const scope = permit(ctx, 'person.read');
  const people = scope.ok && ids.length > 0 ? await peopleByIds(ctx.db, scope.value, ids as readonly PersonId[], ctx.today) : [];
  return new Map(people.map(({ id, name }) => [id, { id, name }]));
};

/** Cases in words, as whoever asks sees them. */
export const casesShown = async (ctx: Ctx, kind: AnyCaseKind, cases: readonly CaseInHand<unknown>[], calendar: WorkCalendar): Promise<CaseShown[]> => {
  const units = await unitsById(ctx.db, [...new Set(cases.flatMap(({ case: it }) => it.unit ?? []))], ctx.today);
  const described = cases.map((inHand) => ({ inHand, ...kind.describe(inHand.subject) }));
  const names = await peopleNamed(ctx, [...new Set(described.flatMap((it) => it.person ?? []))]);
  return described.map(({ inHand, title, link, person }) => {
    const { case: it } = inHand;
    const unit = it.unit === null ? undefined : units.get(it.unit);
    return {
      id: it.id, kind: it.workflow, kindLabel: kind.word('name'), title, link, person: (person === undefined ? undefined : names.get(person)) ?? null, unit: unit ? { id: unit.id, name: unit.name } : null, state: it.state, stateLabel: kind.word(`state.${it.state}`),
      since: it.enteredOn, dueOn: it.dueOn, lateDays: lateDaysOf(it, ctx.today, calendar), version: it.version, moves: movesIn(inHand, kind),
    };
  });
};
