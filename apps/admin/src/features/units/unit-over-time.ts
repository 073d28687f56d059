import { addDays, parseIsoDate } from '@saubac/domain/values';
import type { Unit } from './queries.ts';

type Version = Unit['versions'][number];
type Line = Unit['lines'][number];

const holds = ({ from, lastDay }: { from: string; lastDay: string | null }, on: string): boolean => from <= on && (lastDay === null || on <= lastDay);

/** What a unit is on a day; else what it last was before, or what it will be first. `stands`: whether it is there on the day. */
export const versionOn = (versions: readonly Version[], on: string): { version: Version | undefined; stands: boolean } => {
  const now = versions.find((it) => holds(it, on));
  if (now) return { version: now, stands: true };
  return { version: versions.findLast((it) => it.from <= on) ?? versions[0], stands: false };
};

/** To which unit each line leads on a day, of those that say something besides who manages it. */
export const linesOn = (lines: readonly Line[], on: string): Line[] => lines.filter((it) => it.line !== 'manages' && holds(it, on));

/** One thing that happened to a unit. `unit` is another one that it came from or went to, and a day on which that one stands. */
export type Happening = { on: string; kind: 'began' | 'ended' | 'renamed' | 'moved' | 'came-from' | 'went-to'; by?: string; unit?: { code: string; name: string; on: string }; name?: string };

const dayBefore = (on: string): string => {
  const day = parseIsoDate(on);
  return day ? addDays(day, -1) : on;
};
const dayAfter = (on: string): string => {
  const day = parseIsoDate(on);
  return day ? addDays(day, 1) : on;
};

const ofVersions = (versions: readonly Version[]): Happening[] =>
  versions.flatMap((it, at): Happening[] => {
    const before = versions[at - 1];
    if (!before || before.lastDay === null || dayAfter(before.lastDay) !== it.from) return [{ on: it.from, kind: 'began', name: it.name }];
    return [
      ...(before.name === it.name ? [] : [{ on: it.from, kind: 'renamed', name: it.name } as const]),
      ...(before.parent?.code === it.parent?.code ? [] : [{ on: it.from, kind: 'moved', ...(it.parent ? { unit: { ...it.parent, on: it.from } } : {}) } as const]),
    ];
  });

/** What happened to a unit over time, the latest first: what it was called, where it stood, which units it was made from and became. */
export const happenings = ({ versions, follows, followedBy }: Pick<Unit, 'versions' | 'follows' | 'followedBy'>): Happening[] => {
  const last = versions.at(-1)?.lastDay ?? null;
  const came = follows.map((it): Happening => ({ on: it.on, kind: 'came-from', by: it.kind, unit: { ...it.unit, on: dayBefore(it.on) } }));
  const went = followedBy.flatMap((it): Happening[] => (it.unit ? [{ on: it.on, kind: 'went-to', by: it.kind, unit: { ...it.unit, on: it.on } }] : []));
  const ended: Happening[] = last === null ? [] : [{ on: dayAfter(last), kind: 'ended' }];
  return [...ofVersions(versions), ...came, ...went, ...ended].toSorted((a, b) => b.on.localeCompare(a.on));
};
