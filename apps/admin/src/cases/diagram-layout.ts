/** A procedure as it is drawn: its states, and the moves between them, each with its word. */
export type Drawn = {
  states: readonly { name: string; label: string }[];
  initial: string;
  final: readonly string[];
  moves: readonly { name: string; label: string; from: readonly string[]; to: string }[];
};

/** A move that a case took. */
export type Step = { move: string; from: string; to: string };

/** A state in its place; `row` counts from the top, `column` from the left. */
export type Box = { name: string; label: string; row: number; column: number; final: boolean; visited: boolean };

/**
 * All moves from one state to another as one line: `down` to the next row, `side` within a row, else past other rows in a lane of its own
 * beside the boxes: `back` on the left, `ahead` on the right.
 */
export type Line = { from: string; to: string; labels: readonly string[]; taken: boolean; course: 'down' | 'side' | 'back' | 'ahead'; lane: number };

export type Layout = { boxes: readonly Box[]; lines: readonly Line[]; rows: number; columns: number; lanes: { back: number; ahead: number } };

const rowsOf = ({ states, initial, moves }: Drawn): ReadonlyMap<string, number> => {
  const rows = new Map([[initial, 0]]);
  for (const [state, row] of rows) for (const move of moves) if (move.from.includes(state) && !rows.has(move.to)) rows.set(move.to, row + 1);
  for (const { name } of states) if (!rows.has(name)) rows.set(name, rows.size);
  return rows;
};

const courseOf = (from: Box, to: Box): Line['course'] => {
  if (to.row === from.row) return 'side';
  if (to.row === from.row + 1) return 'down';
  return to.row > from.row ? 'ahead' : 'back';
};

/** Lays a procedure out from top to bottom: each state in the row of its shortest way from the beginning, ends to the right of what goes on. */
export const layOut = (drawn: Drawn, way: readonly Step[]): Layout => {
  const rows = rowsOf(drawn);
  const ends = new Set(drawn.final);
  const visited = new Set([drawn.initial, ...way.flatMap((it) => [it.from, it.to])]);
  const places = new Map<number, number>();
  const goingOnFirst = [...drawn.states.filter((it) => !ends.has(it.name)), ...drawn.states.filter((it) => ends.has(it.name))];
  const boxes = goingOnFirst.map(({ name, label }): Box => {
    const row = rows.get(name) ?? 0;
    const column = places.get(row) ?? 0;
    places.set(row, column + 1);
    return { name, label, row, column, final: ends.has(name), visited: visited.has(name) };
  });
  const box = new Map(boxes.map((it) => [it.name, it]));
  const lanes = { back: 0, ahead: 0 };
  const lines = new Map<string, Line>();
  for (const { name, label, from, to } of drawn.moves) {
    for (const origin of from) {
      const [start, end] = [box.get(origin), box.get(to)];
      if (!start || !end || start === end) continue;
      const key = `${origin} ${to}`;
      const taken = way.some((it) => it.move === name && it.from === origin && it.to === to);
      const known = lines.get(key);
      const course = courseOf(start, end);
      const lane = known?.lane ?? (course === 'back' || course === 'ahead' ? lanes[course]++ : 0);
      lines.set(key, { from: origin, to, labels: [...(known?.labels ?? []), label], taken: taken || known?.taken === true, course, lane });
    }
  }
  return { boxes, lines: [...lines.values()], rows: Math.max(0, ...rows.values()) + 1, columns: Math.max(1, ...places.values()), lanes };
};
