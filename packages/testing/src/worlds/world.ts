import type { Condition, FactReader, FactValue } from '@saubac/domain/rules';
import { dayOfAge } from '@saubac/domain/rules';
import { ageOn, type IsoDate } from '@saubac/domain/values';

/** Open end of a period. */
export const open = '9999-12-31' as IsoDate;

export type Dated<T> = T & { from: IsoDate; to: IsoDate };
export type WorldUnit = { code: string; versions: Dated<{ parent: string | null; tier: string; bodyKind: string; field: string | null; needsLanguage: boolean | null }>[] };
export type WorldPost = { code: string; needsLanguage: boolean | null; languageTeacher: boolean | null };
export type WorldCertificate = { type: string; language: string; state: string; from: IsoDate; to: IsoDate; level: number | null; table: string | null };
export type WorldPerson = {
  id: string;
  birth: IsoDate | null;
  main: Dated<{ unit: string; post: string | null; kind: string; rank: string | null; officeRank: string | null; leader: boolean | null }>[];
  planned: Dated<{ officeRank: string }>[];
  list: Dated<object>[];
  certificates: WorldCertificate[];
};

/** A small tenant as plain data: what the database is filled with, and what a model answers from without any SQL. */
export type World = { units: WorldUnit[]; posts: WorldPost[]; people: WorldPerson[]; adopted: Dated<{ table: string }>[]; proofs: Dated<{ type: string }>[] };

const on = <T>(rows: readonly Dated<T>[], date: IsoDate): Dated<T> | undefined => rows.find((it) => it.from <= date && date < it.to);

const scale = ['none', 'team', 'division', 'department', 'province'];
const districtsEnd = '2025-07-01';

const pathOf = (world: World, code: string, date: IsoDate): string[] => {
  const version = on(world.units.find((it) => it.code === code)?.versions ?? [], date);
  return version?.parent ? [...pathOf(world, version.parent, date), code] : [code];
};

const either = (a: boolean | null, b: boolean | null): boolean | null => (a === true || b === true ? true : a === null || b === null ? null : false);

const levelOf = (world: World, person: WorldPerson, condition: Condition, date: IsoDate, states: readonly string[]): number | null => {
  const counted = person.certificates.filter(
    (it) =>
      it.level !== null &&
      it.from <= date &&
      date < it.to &&
      states.includes(it.state) &&
      (condition.languages === 'any' || condition.languages === undefined || condition.languages.includes(it.language)) &&
      (it.table === null || world.adopted.some((row) => row.table === it.table && row.from <= date && date < row.to)),
  );
  return counted.length === 0 ? null : Math.max(...counted.map((it) => it.level ?? 0));
};

/**
 * What a model knows of a person on a date, by reading the world row by row. Undefined if he holds no main post in a unit that exists
 * on that date: then he is not present.
 */
export const modelOf = (world: World, person: WorldPerson, date: IsoDate, milestone: IsoDate, states: readonly string[]): FactReader | undefined => {
  const post = on(person.main, date);
  const unit = post && on(world.units.find((it) => it.code === post.unit)?.versions ?? [], date);
  if (!post || !unit) return undefined;
  const catalogued = world.posts.find((it) => it.code === post.post);
  const postNeedsLanguage = catalogued ? catalogued.needsLanguage : false;
  const planned = person.planned.filter((it) => it.from <= date && date < it.to).map((it) => scale.indexOf(it.officeRank));
  const taken = person.certificates.filter((it) => it.from <= date && states.includes(it.state));
  const proofs = new Set(world.proofs.filter((it) => it.from <= date && date < it.to).map((it) => it.type));
  const facts: Record<string, FactValue> = {
    kind: post.kind,
    governmentLevel: unit.tier === 'district' && date >= districtsEnd ? null : unit.tier,
    bodyKind: unit.bodyKind,
    field: unit.field,
    unit: pathOf(world, post.unit, date),
    post: post.post,
    rank: post.rank,
    needsLanguage: either(unit.needsLanguage, postNeedsLanguage),
    unitNeedsLanguage: unit.needsLanguage,
    postNeedsLanguage,
    officeRank: post.officeRank,
    leader: post.leader,
    plannedOfficeRank: planned.length > 0 ? (scale[Math.max(...planned)] ?? null) : null,
    onTrainingList: person.list.some((it) => it.from <= date && date < it.to),
    languageDegree: taken.some((it) => it.type === 'language-degree'),
    languageTeacher: catalogued ? catalogued.languageTeacher : false,
    specialisedLanguage: taken.some((it) => proofs.has(it.type)),
  };
  return (condition) => {
    if (condition.fact === 'age') return person.birth === null ? null : ageOn(person.birth, dayOfAge(condition.on, date, milestone));
    if (condition.fact === 'level') return levelOf(world, person, condition, date, states);
    return facts[condition.fact] ?? null;
  };
};
