// Vietnamese as data: words of the choice columns of the roster template.
import { dayAt, partsOfDay, yearOf, type Day } from '../values/day.ts';
import type { StaffType } from '../profile.ts';
import type { Random } from '../values/random.ts';
import type { Inflow, Unit } from '../units/unit.ts';
import { historyFrom, type Person, type Setting } from './person.ts';
import { positionOf, rungBefore, type OfficeRank, type Position, type Rung } from './staffing.ts';

/** A stretch of days [from, to) in one unit on one rung; no `to`: not ended. */
export type Stretch = { from: Day; to: Day | undefined; unit: Unit; rung: Rung };

/** Days [from, to) on which something about a person holds. */
type Held = { from: Day; to: Day | undefined };

export type Career = {
  stretches: readonly Stretch[];
  /** Heads of public-service units appointed before July 2020 stayed civil servants until this day. */
  civilServantUntil: Day | undefined;
  rankedUpOn: Day | undefined;
  planned: (Held & { rank: OfficeRank }) | undefined;
  listed: Held | undefined;
  concurrent: (Held & { unit: Unit; post: 'KN-CD' | 'KN-UV' }) | undefined;
};

const firstOfMonth = (random: Random, day: Day): Day => (random.chance(0.6) ? day - partsOfDay(day).date + 1 : day);

/** Some day from one to another (exclusive), more often at the start of a month; undefined if there is none. */
const dayBetween = (random: Random, from: Day, to: Day): Day | undefined =>
  to - from < 30 ? undefined : Math.max(from + 1, firstOfMonth(random, from + 1 + random.below(to - from - 1)));

const firstDay = (random: Random, person: Person): Day =>
  person.entry >= historyFrom ? person.entry : Math.max(person.entry, historyFrom - 1 - Math.floor(random.next() * random.next() * 16 * 365));

type Span = { from: Day; to: Day; unit: Unit };

const originOf = (random: Random, inflow: Inflow): Unit | undefined => {
  let rest = random.next() * inflow.from.reduce((sum, { weight }) => sum + weight, inflow.own);
  return inflow.from.find(({ weight }) => (rest -= weight) < 0)?.unit ?? (inflow.own > 0 ? undefined : inflow.from.at(-1)?.unit);
};

/** Walks back from the last unit through the units whose people it took over; later spans first. */
const walkBack = (random: Random, unit: Unit, from: Day, to: Day, found: Span[]): void => {
  for (const inflow of unit.inflows) {
    const matters = unit.since >= to ? inflow.on === unit.since : inflow.on > from && inflow.on < to;
    const origin = matters ? originOf(random, inflow) : undefined;
    if (!origin) continue;
    if (inflow.on < to) found.push({ from: inflow.on, to, unit });
    walkBack(random, origin, from, Math.min(to, inflow.on), found);
    return;
  }
  const begins = Math.max(from, unit.since);
  if (begins < to) found.push({ from: begins, to, unit });
};

const spansOf = (random: Random, last: Unit, siblings: readonly Unit[], from: Day, end: Day): Span[] => {
  const spans: Span[] = [];
  const moved = siblings.length > 1 && random.chance(0.085) ? dayBetween(random, Math.max(from, historyFrom), end) : undefined;
  const before = moved === undefined ? last : random.pick(siblings);
  if (moved === undefined || before === last) walkBack(random, last, from, end, spans);
  else {
    walkBack(random, last, moved, end, spans);
    walkBack(random, before, from, spans.at(-1)!.from, spans);
  }
  return spans;
};

const promotionDays = (random: Random, person: Person, from: Day, end: Day): Day[] => {
  const low = Math.max(historyFrom + 30, from + 400);
  // Who leads while young was promoted lately; without this the leaders of 2020 would all be younger than those of today.
  const likely = Math.max(0.12, Math.min(0.95, 1.15 - ((end - person.birth) / 365.25 - 33) * 0.045));
  const last = person.rung > 0 && random.chance(likely) ? dayBetween(random, low, end) : undefined;
  const earlier = last !== undefined && person.rung > 1 && random.chance(0.3) ? dayBetween(random, low, last - 500) : undefined;
  return [last, earlier].filter((it) => it !== undefined);
};

const lower = (rung: Rung): Rung => (rung === 0 ? 0 : ((rung - 1) as Rung));

/** Puts rungs on the spans, from the last to the first: each promotion and each unit taken over was climbed from further down. */
const climb = (random: Random, rung: Rung, spans: readonly Span[], promotions: readonly Day[], leave: Day | undefined): Stretch[] => {
  const stretches: Stretch[] = [];
  let now = rung;
  spans.forEach((span, i) => {
    const later = spans[i - 1];
    if (later) now = rungBefore(later.unit.staff, span.unit.staff, now, random);
    let to = later ? span.to : leave;
    for (const day of promotions) {
      if (day <= span.from || (to !== undefined && day >= to)) continue;
      stretches.push({ from: day, to, unit: span.unit, rung: now });
      to = day;
      now = lower(now);
    }
    stretches.push({ from: span.from, to, unit: span.unit, rung: now });
  });
  return stretches.reverse();
};

const nextRank: Readonly<Record<OfficeRank, OfficeRank>> = { '': 'Cấp phòng', 'Cấp tổ': 'Cấp phòng', 'Cấp phòng': 'Cấp sở', 'Cấp sở': 'Lãnh đạo tỉnh', 'Lãnh đạo tỉnh': '' };

// Plans for posts are reviewed once a year and run to the end of the term.
const reviewDays = [2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => dayAt(year, 10, 15));

const plannedOf = (random: Random, person: Person, positionAt: (day: Day) => Position, from: Day, end: Day, promotions: readonly Day[]): Career['planned'] => {
  const likely = person.position.kind === 'Viên chức' ? 0.025 : person.position.kind === 'Người lao động' ? 0 : person.rung === 0 ? 0.13 : 0.36;
  const day = random.pick(reviewDays);
  const until = promotions.filter((it) => it > day).at(-1) ?? (random.chance(0.25) ? day + 1_500 : end);
  if (!random.chance(likely) || day <= from || day >= end || (day - person.birth) / 365.25 > 51) return undefined;
  const rank = nextRank[positionAt(day).rank];
  return rank === '' ? undefined : { from: day, to: until < end ? until : undefined, rank };
};

const listedOf = (random: Random, person: Person, from: Day, end: Day): Career['listed'] => {
  const day = dayAt(random.between(2020, 2025), 4, 1);
  const likely = person.position.kind === 'Người lao động' ? 0 : person.position.kind === 'Viên chức' ? 0.035 : 0.075;
  if (!random.chance(likely) || day <= from || day >= end || (day - person.birth) / 365.25 > 46) return undefined;
  const to = dayAt(yearOf(day) + random.between(1, 2), 12, 31) + 1;
  return { from: day, to: to < end ? to : undefined };
};

const concurrentOf = (random: Random, person: Person, last: Unit, siblings: readonly Unit[], from: Day, end: Day): Career['concurrent'] => {
  if (person.position.kind === 'Người lao động' || !random.chance(0.028)) return undefined;
  const unit = random.chance(0.4) ? last : random.pick(siblings);
  const day = dayBetween(random, Math.max(from, unit.since, historyFrom - 1_500), end);
  const until = day !== undefined && random.chance(0.35) ? dayBetween(random, day + 30, end) : undefined;
  return day === undefined ? undefined : { unit, from: day, to: until ?? person.leave, post: unit === last ? 'KN-CD' : 'KN-UV' };
};

// Until July 2020 the law counted heads of larger public-service units among the civil servants; those in office stayed so for a while.
const headsWereCivilServants: ReadonlySet<StaffType> = new Set(['upper-secondary', 'hospital', 'college', 'service']);

/** What a person did from the post held at the start of 2020 (or from entry) to the effective date, told backwards from the last post. */
export const careerOf = (random: Random, setting: Setting, person: Person, last: Unit, siblings: readonly Unit[]): Career => {
  const end = person.leave ?? setting.effective + 1;
  const spans = spansOf(random, last, siblings, firstDay(random, person), end);
  const from = spans.at(-1)!.from;
  const promotions = promotionDays(random, person, from, end);
  const contract = person.position.kind === 'Người lao động';
  const stretches = climb(random, person.rung, spans, promotions, person.leave);
  const positionAt = (day: Day): Position => {
    const at = stretches.findLast((it) => it.from <= day) ?? stretches[0]!;
    return positionOf(at.unit.staff, at.rung, person.specialty, contract);
  };
  const appointedEarly = person.rung >= 3 && headsWereCivilServants.has(last.staff) && promotions.length === 0 && from < dayAt(2020, 7, 1);
  return {
    stretches,
    civilServantUntil: appointedEarly && random.chance(0.5) ? dayAt(2020, 7, 1) + random.below(1_500) : undefined,
    rankedUpOn: person.rankStep > 0 && random.chance(0.3) ? dayBetween(random, Math.max(from, historyFrom), end) : undefined,
    planned: plannedOf(random, person, positionAt, from, end, promotions),
    listed: listedOf(random, person, from, end),
    concurrent: concurrentOf(random, person, last, siblings, from, end),
  };
};
