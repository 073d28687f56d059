import type { FactReader, Rule } from '@saubac/domain/rules';
import { type CountedTarget, denominatorRule, type Population } from '@saubac/domain/targets';
import type { IsoDate, PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { nameTests } from '../people/people-filter.ts';
import { type Asked, compileRule, type FactSources, peopleOn, type Territory } from '../rules/index.ts';
import { factColumns } from './facts-query.ts';

/** Which of a target's people: all who count, those who reached it, those who have not, its focus group, or those who are there and do not count. */
export type TargetGroup = 'cohort' | 'reached' | 'missing' | 'focus' | 'out';

/** The place in a list after which the next page begins. */
export type PeopleCursor = { nameSort: string; id: PersonId };

/** Somebody behind a figure, with the facts that decided whether the target is reached. */
export type PersonBehind = { id: PersonId; fullName: string; nameSort: string; birthDate: IsoDate | null; birthPrecision: 'day' | 'month' | 'year'; unitCode: string; unitName: string; facts: FactReader };

export type PeopleQuery = { statement: SQL; read: (row: Record<string, unknown>) => PersonBehind };

/** The condition under which somebody has reached a target: its level and, where that is measurable, its second condition. */
export const reachedRule = (target: CountedTarget, extraMeasurable: boolean): Rule =>
  target.extra && extraMeasurable ? { all: [target.reachedWhen, target.extra] } : target.reachedWhen;

const groupTest = (group: TargetGroup, target: CountedTarget, reached: Rule, compile: (rule: Rule) => SQL): SQL => {
  if (group === 'reached') return compile(reached);
  if (group === 'missing') return sql`not coalesce(${compile(reached)}, false)`;
  if (group === 'focus') return target.focus ? compile(target.focus) : sql`false`;
  return sql`true`;
};

/**
 * The people behind one figure of one target, in Vietnamese name order (given name first), a page at a time. As for the figures, the inner
 * SELECT works out the rules as columns: as conditions the planner would take them to let hardly anybody through, and go person by person.
 */
export const peopleQuery = (
  population: Population,
  target: CountedTarget,
  group: TargetGroup,
  sources: FactSources,
  territory: Territory,
  asked: Asked,
  page: { after: PeopleCursor | null; limit: number; extraMeasurable: boolean; words?: readonly string[] },
): PeopleQuery => {
  const reached = reachedRule(target, page.extraMeasurable);
  const inside = denominatorRule(population, target);
  const compile = (rule: Rule): SQL => compileRule(rule, sources, asked, target.milestone, 'holds');
  const facts = factColumns([group === 'out' ? inside : reached], sources, asked, target.milestone);
  const after = page.after ? [sql`(p.name_sort, p.id) > (${page.after.nameSort}, ${page.after.id}::uuid)`] : [];
  const asks = [group === 'out' ? sql`t.inside is not true` : sql`t.inside and t.in_group`, ...nameTests(page.words ?? []), ...after];
  const rules = [inside, reached, ...(target.focus ? [target.focus] : [])];
  return {
    statement: sql`
      select p.id, p.full_name, p.name_sort, p.birth_date::text as birth_date, p.birth_precision, un.code as unit_code, t.*
      from (select a.person_id, a.unit_id, u.name as unit_name, ${compile(inside)} as inside, ${groupTest(group, target, reached, compile)} as in_group${andColumns(facts.list)}
            ${peopleOn(rules, sources, territory, asked)} offset bigint '0') t
      join people p on p.id = t.person_id join units un on un.id = t.unit_id
      where ${sql.join(asks, sql` and `)} order by p.name_sort, p.id limit ${page.limit}`,
    read: (row) => ({
      id: row['id'] as PersonId,
      fullName: String(row['full_name']),
      nameSort: String(row['name_sort']),
      birthDate: (row['birth_date'] as IsoDate | null) ?? null,
      birthPrecision: row['birth_precision'] as PersonBehind['birthPrecision'],
      unitCode: String(row['unit_code']),
      unitName: String(row['unit_name']),
      facts: facts.reader(row),
    }),
  };
};

/** Further columns of a select list; there may be none, where a rule is "everybody". */
const andColumns = (columns: readonly SQL[]): SQL => sql.join(columns.map((it) => sql`, ${it}`));

/** Everything the rules of one target ask about one person on the date; no row if the person is not present there. */
export const personFactsQuery = (
  person: PersonId,
  rules: readonly Rule[],
  sources: FactSources,
  territory: Territory,
  asked: Asked,
  milestone: CountedTarget['milestone'] | undefined,
): PeopleQuery['statement'] => {
  const facts = factColumns(rules, sources, asked, milestone);
  return sql`select u.path, u.name as unit_name${andColumns(facts.list)} ${peopleOn(rules, sources, territory, asked)} and a.person_id = ${person}::uuid`;
};
