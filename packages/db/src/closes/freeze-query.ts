import { askedConditions, type Bits, columnsOf, type FrozenCondition, type FrozenLevels, type FrozenSets, type IdList, sizeOfIds } from '@saubac/domain/closes';
import { conditionsOf } from '@saubac/domain/rules';
import { type CountedTarget, denominatorRule, type Population } from '@saubac/domain/targets';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, type FactSources, levelsOn, listOf, peopleOn, type Relation, type Territory } from '../rules/index.ts';
import { baseRule, Columns, type Uncertain, uncertainFacts } from '../targets/index.ts';

type Row = Record<string, unknown>;
type Languages = FrozenLevels['languages'];

/** What is frozen of one plan: everybody present in its territory in the order of their ids, the unit of each, and what was counted of them. */
export type FrozenRows = { ids: IdList; unitIds: IdList; levels: FrozenLevels[]; conditions: FrozenCondition[]; targets: { sets: FrozenSets; levels: number }[] };
export type FreezeQuery = { statement: SQL; read: (row: Row) => FrozenRows };

/** The plan's part in the question: who it is about, and those of its targets that can be counted. */
export type FreezeQuestion = { population: Population; targets: readonly CountedTarget[]; sources: FactSources; territory: Territory; asked: Asked; extraMeasurable: boolean };

// A number of 64 bits carries so many of ours and stays above nought.
const perMask = 62;

/** Bits that are asked of each person, gathered into few numbers: the server sends one byte string a number, however many people there are. */
class Masks {
  readonly #tests: string[] = [];

  /** Asks for one more bit; the function takes it out of what came back. */
  add(...tests: string[]): (read: readonly Bits[]) => Bits {
    const index = this.#tests.push(tests.join(' and ')) - 1;
    return (read) => read[index] ?? new Uint8Array(0);
  }

  list(): SQL {
    const masks = Array.from({ length: Math.ceil(this.#tests.length / perMask) }, (_, mask) => {
      const bits = this.#tests.slice(mask * perMask, (mask + 1) * perMask).map((test, bit) => `case when ${test} then '${2n ** BigInt(bit)}'::bigint else '0'::bigint end`);
      return `string_agg(int8send(${bits.join(' + ')}), ''::bytea order by person_id) as m${mask}`;
    });
    return sql.raw(masks.map((it) => `, ${it}`).join(''));
  }

  read(row: Row): Bits[] {
    return Array.from({ length: Math.ceil(this.#tests.length / perMask) }, (_, mask) => columnsOf(bytesIn(row, `m${mask}`), 8, Math.min(perMask, this.#tests.length - mask * perMask))).flat();
  }
}

const bytesIn = (row: Row, name: string): Uint8Array => (row[name] as Uint8Array | null) ?? new Uint8Array(0);

/** The languages in which a target wants a level; any, where it names none. */
const languagesOf = (target: CountedTarget): Languages => {
  const named = conditionsOf(target.reachedWhen).flatMap((it) => (it.fact === 'level' ? [it.languages ?? 'any'] : []));
  return named.length === 0 || named.includes('any') ? 'any' : [...new Set(named.flat())].toSorted();
};

/** The certificate with the highest level that holds on the date; of several the one that holds longest. */
const bestLevel = (languages: Languages, alias: string): Relation => ({
  key: alias,
  join: (asked) => sql`left join (
    select distinct on (x.person_id) x.person_id, x.level, x.certificate_id from ${levelsOn(asked)}${languages === 'any' ? sql`` : sql` and x.language_code in (${listOf(languages)})`}
    order by x.person_id, x.level desc, x.valid_to desc, x.certificate_id) ${sql.raw(alias)} on ${sql.raw(alias)}.person_id = a.person_id`,
});

type Reader<T> = (bits: readonly Bits[]) => T;

const freezeTarget = (target: CountedTarget, question: FreezeQuestion, uncertain: readonly Uncertain[], columns: Columns, masks: Masks): Reader<FrozenSets> => {
  const { milestone } = target;
  const shared = [baseRule(question.population), target.cohort];
  const inside = shared.map((it) => columns.rule(it, milestone));
  const plainly = [...inside, columns.rule(target.reachedWhen, milestone)];
  const both = target.extra && question.extraMeasurable ? [...plainly, columns.rule(target.extra, milestone)] : null;
  const denominator = masks.add(...inside);
  const plain = masks.add(...plainly);
  const reached = both ? masks.add(...both) : plain;
  const focus = target.focus ? masks.add(...inside, columns.rule(target.focus, milestone)) : null;
  const undecided = shared.map((it) => columns.truth(it, milestone)).join(' and ');
  const unknown = uncertain.map((it) => ({ fact: it.fact, people: masks.add(columns.missing(it), `(${undecided}) is null`) }));
  return (bits) => ({
    denominator: denominator(bits),
    reached: reached(bits),
    plain: both ? plain(bits) : null,
    focus: focus?.(bits) ?? null,
    unknown: unknown.map(({ fact, people }) => ({ fact, people: people(bits) })),
  });
};

const rulesOf = (population: Population, target: CountedTarget) => [denominatorRule(population, target), target.reachedWhen, ...[target.focus, target.extra].filter((it) => it !== null)];

const freezeConditions = ({ population, targets, sources }: FreezeQuestion, columns: Columns, masks: Masks): Reader<FrozenCondition[]> => {
  const asked = targets.flatMap((target) => askedConditions(rulesOf(population, target), target.milestone));
  const readers = [...new Map(asked.map((it) => [JSON.stringify([it.condition, it.milestone]), it])).values()]
    // A second condition may name a fact that can't be had.
    .filter(({ condition }) => sources.has(condition.fact))
    .map((it) => {
      const column = columns.rule(it.condition, it.milestone ?? undefined);
      return { ...it, held: masks.add(column), unknown: masks.add(`${column} is null`) };
    });
  return (bits) => readers.map(({ held, unknown, ...it }) => ({ ...it, held: held(bits), unknown: unknown(bits) }));
};

/**
 * Everything that is frozen of one plan, in one SELECT that answers with one row: the same booleans as the figures are counted from, not counted
 * but packed. Everybody present in the territory is there, also who stands in no cohort, so that it can be told later why he does not.
 */
export const freezeQuery = (question: FreezeQuestion): FreezeQuery => {
  const { population, targets, sources, territory, asked } = question;
  const base = baseRule(population);
  const columns = new Columns(sources, asked, uncertainFacts([base, ...targets.map((it) => it.cohort)], sources, asked));
  const masks = new Masks();
  const sets = targets.map((it) => freezeTarget(it, question, uncertainFacts([base, it.cohort], sources, asked), columns, masks));
  const conditions = freezeConditions(question, columns, masks);
  const wanted = [...new Map(targets.map(languagesOf).map((it) => [JSON.stringify(it), it])).values()];
  const best = wanted.map((languages, index) => ({ languages, alias: `best${index}` }));
  const found = best.map(({ alias }) => sql.raw(`, ${alias}.level as ${alias}_level, ${alias}.certificate_id as ${alias}_certificate`));
  const packed = best.map(({ alias }) =>
    sql.raw(`, string_agg(int2send(coalesce(${alias}_level, 0::smallint)), ''::bytea order by person_id) as ${alias}_levels, string_agg(uuid_send(${alias}_certificate), ''::bytea order by person_id) as ${alias}_certificates`));
  const rules = targets.flatMap((it) => rulesOf(population, it));
  const listed = columns.list();
  return {
    statement: sql`
      select string_agg(uuid_send(person_id), ''::bytea order by person_id) as ids, string_agg(uuid_send(unit_id), ''::bytea order by person_id) as unit_ids${sql.join(packed)}${masks.list()}
      from (select a.person_id, u.unit_id${sql.join(found)}, ${listed}
            ${peopleOn(rules.flatMap((it) => conditionsOf(it)).filter((it) => sources.has(it.fact)), sources, territory, asked, best.map(({ languages, alias }) => bestLevel(languages, alias)))} offset bigint '0') t`,
    read: (row) => {
      const bits = masks.read(row);
      const ids = bytesIn(row, 'ids');
      // Levels are sent in two bytes, of which the second tells all.
      const level = (alias: string): Uint8Array => bytesIn(row, `${alias}_levels`).filter((_, index) => index % 2 === 1);
      return {
        ids,
        unitIds: bytesIn(row, 'unit_ids'),
        levels: best.map(({ languages, alias }) => ({ languages, level: sizeOfIds(ids) === 0 ? new Uint8Array(0) : level(alias), certificates: bytesIn(row, `${alias}_certificates`) })),
        conditions: conditions(bits),
        targets: targets.map((it, index) => ({ sets: sets[index]!(bits), levels: wanted.findIndex((one) => JSON.stringify(one) === JSON.stringify(languagesOf(it))) })),
      };
    },
  };
};
