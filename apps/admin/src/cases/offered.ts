import type { OpenMove } from './queries.ts';

/** The moves that are offered as buttons, those that go on before those that go back or end it. One that leads nowhere else happens by itself. */
export const offered = (moves: readonly OpenMove[], state: string): readonly OpenMove[] => {
  const weight = ({ own, reason }: OpenMove): number => (own ? 2 : reason ? 1 : 0);
  return moves.filter((it) => it.to !== state).toSorted((a, b) => weight(a) - weight(b));
};

/** A move that can be taken in each of several cases. */
export type SharedMove = { move: string; label: OpenMove['label']; reason: boolean };

/** The moves that can be taken in all of some cases at once: of one kind, and refused in none. */
export const sharedMoves = (cases: readonly { kind: string; state: string; moves: readonly OpenMove[] }[]): readonly SharedMove[] => {
  const [first, ...rest] = cases;
  if (!first || rest.some((it) => it.kind !== first.kind)) return [];
  const open = (it: (typeof cases)[number]) => offered(it.moves, it.state).filter((move) => !move.own && move.refusals.length === 0);
  return open(first).filter(({ move }) => rest.every((it) => open(it).some((other) => other.move === move))).map(({ move, label, reason }) => ({ move, label, reason }));
};
