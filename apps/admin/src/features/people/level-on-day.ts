type Levels = { state: string; levels: readonly { level: number; from: string; lastDay: string | null }[] };

/** The best level that a certificate gives on a day, and its last day; nothing where it is not verified or gives none. */
export const levelOnDay = ({ state, levels }: Levels, on: string): { level: number; lastDay: string | null } | undefined =>
  state === 'verified' ? levels.filter((it) => it.from <= on && (it.lastDay === null || on <= it.lastDay)).toSorted((a, b) => b.level - a.level)[0] : undefined;
