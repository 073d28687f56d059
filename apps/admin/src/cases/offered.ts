import type { OpenMove } from './queries.ts';

/** The moves that are offered as buttons, those that go on before those that go back or end it. One that leads nowhere else happens by itself. */
export const offered = (moves: readonly OpenMove[], state: string): readonly OpenMove[] => {
  const weight = ({ aside, reason }: OpenMove): number => (aside ? 2 : reason ? 1 : 0);
  return moves.filter((it) => it.to !== state).toSorted((a, b) => weight(a) - weight(b));
};

/** A move of one kind of case, with those of some cases in which it can be taken now. */
export type ManyMove<Item> = Pick<OpenMove, 'move' | 'label' | 'reason'> & { kind: string; cases: readonly Item[] };

/** The moves that can be taken in some of many cases, each with the cases in which it is refused by nothing known yet; the most cases first. */
export const movesAmong = <Item extends { kind: string; state: string; moves: readonly OpenMove[] }>(cases: readonly Item[]): readonly ManyMove<Item>[] => {
  const open = cases.flatMap((of) => offered(of.moves, of.state).filter((it) => !it.aside && it.refusals.length === 0).map((it) => ({ of, it })));
  const alike = [...Map.groupBy(open, ({ of, it }) => `${of.kind} ${it.move}`).values()];
  return alike
    .flatMap((group) => (group[0] ? [{ kind: group[0].of.kind, move: group[0].it.move, label: group[0].it.label, reason: group.some(({ it }) => it.reason), cases: group.map(({ of }) => of) }] : []))
    .toSorted((a, b) => b.cases.length - a.cases.length);
};
