import { createHash } from 'node:crypto';

import { coreFacts, officeRankPositions } from '@saubac/domain/people';
import { bornBy, type Condition, dayOfAge, type FactDefinition } from '@saubac/domain/rules';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, covers, day, type FactSource, type FactSources, listOf, type Relation, whole } from './source.ts';

const definitionOf = (id: string): FactDefinition => {
  const found = coreFacts.find((it) => it.id === id);
  if (!found) throw new Error(`No core fact ${id}`);
  return found;
};

/** The people themselves, for names and birth dates. */
export const personRelation: Relation = { key: 'p', join: () => sql`join people p on p.id = a.person_id` };
const posts: Relation = { key: 'po', join: () => sql`left join posts po on po.id = a.post_id` };
const planned: Relation = {
  key: 'pl',
  join: ({ on }) => sql`left join (select person_id, max(office_rank) as office_rank from planned_posts x where ${covers('x', on)} group by person_id) pl on pl.person_id = a.person_id`,
};
const trainingList: Relation = {
  key: 'tl',
  join: ({ on }) => sql`left join (select distinct person_id from language_training_list x where ${covers('x', on)}) tl on tl.person_id = a.person_id`,
};
const degrees: Relation = {
  key: 'dg',
  join: ({ on, states }) => sql`left join (select distinct person_id from certificates c where c.type_code = any (array(select code from platform.certificate_types where kind = 'degree')) and c.exam_date <= ${day(on)} and c.state in (${listOf(states)})) dg on dg.person_id = a.person_id`,
};
const specialised: Relation = {
  key: 'sp',
  join: ({ on, states }) => sql`left join (select distinct person_id from certificates c where c.type_code = any (array(select certificate_type from specialised_language_proofs x where ${covers('x', on)})) and c.exam_date <= ${day(on)} and (c.expires_on is null or c.expires_on >= ${day(on)}) and c.state in (${listOf(states)})) sp on sp.person_id = a.person_id`,
};

const languagesOf = (condition: Condition): readonly string[] | 'any' => condition.languages ?? 'any';
// A digest, because a list of many languages would be longer than a name may be.
const levelKey = (languages: readonly string[] | 'any'): string =>
  languages === 'any' ? 'lv' : `lv_${createHash('sha256').update([...new Set(languages)].toSorted().join(' ')).digest('hex').slice(0, 12)}`;

/** Levels that hold on the date: of a certificate whose state counts, by a table adopted on the date or by a decision. */
export const levelsOn = ({ on, states }: Asked): SQL =>
  sql`certificate_levels x where ${covers('x', on)} and x.state in (${listOf(states)}) and (x.equivalence_code is null or x.equivalence_code in (select table_code from equivalence_adoptions y where ${covers('y', on)}))`;

const levels = (languages: readonly string[] | 'any'): Relation => {
  const key = levelKey(languages);
  const alias = sql.raw(key);
  const among = languages === 'any' ? sql`` : sql` and x.language_code in (${listOf([...new Set(languages)].toSorted())})`;
  return { key, join: (asked) => sql`left join (select person_id, max(level) as level from ${levelsOn(asked)}${among} group by person_id) ${alias} on ${alias}.person_id = a.person_id` };
};

const rankValue = (column: SQL): SQL =>
  sql`case ${column} ${sql.join(Object.entries(officeRankPositions).map(([code, position]) => sql`when ${whole(position)} then ${sql.raw(`'${code}'`)}`), sql` `)} end`;

const comparisons = { atLeast: '>=', atMost: '<=', above: '>', below: '<' } as const;

const rankTest = (column: SQL) => (condition: Condition): SQL => {
  const positionOf = (code: string | number): SQL => whole((officeRankPositions as Record<string, number>)[code] ?? -1);
  if ('in' in condition) return sql`${column} in (${sql.join(condition.in.map(positionOf), sql`, `)})`;
  for (const [name, operator] of Object.entries(comparisons)) {
    if (name in condition) return sql`${column} ${sql.raw(operator)} ${positionOf((condition as Record<string, string>)[name] ?? '')}`;
  }
  throw new Error('Not a comparison of a rank');
};

/** "Younger than 40 on a day" as a bound on the birth date, which is a constant of the query. */
const ageTest = (condition: Condition, asked: Asked, milestone: IsoDate | undefined): SQL => {
  const on = dayOfAge(condition.on, asked.on, milestone);
  if ('below' in condition) return sql`p.birth_date > ${day(bornBy(on, Number(condition.below)))}`;
  if ('atLeast' in condition) return sql`p.birth_date <= ${day(bornBy(on, Number(condition.atLeast)))}`;
  if ('atMost' in condition) return sql`p.birth_date > ${day(bornBy(on, Number(condition.atMost) + 1))}`;
  if ('above' in condition) return sql`p.birth_date <= ${day(bornBy(on, Number(condition.above) + 1))}`;
  throw new Error('Not a comparison of an age');
};

const always = (...relations: Relation[]) => () => relations;
const plain = (id: string, value: SQL, ...relations: Relation[]): FactSource => ({ definition: definitionOf(id), relations: always(...relations), value: () => value });
const listed = (id: string, alias: string, relation: Relation): FactSource => plain(id, sql.raw(`(${alias}.person_id is not null)`), relation);

const unitTest = (condition: Condition): SQL =>
  sql`(${sql.join(('within' in condition ? condition.within : []).map((code) => sql`position(${`/${code}/`} in '/' || u.path) > 0`), sql` or `)})`;

const sources: FactSource[] = [
  plain('kind', sql`a.kind`),
  plain('governmentLevel', sql`u.government_level`),
  plain('bodyKind', sql`u.body_kind`),
  plain('field', sql`u.field`),
  { ...plain('unit', sql`string_to_array(rtrim(u.path, '/'), '/')`), test: unitTest },
  plain('post', sql`po.code`, posts),
  plain('rank', sql`a.rank_code`),
  // A person without a post in the catalogue has no flag of a post; a post whose flag is not known has an unknown one.
  plain('postNeedsLanguage', sql`(case when a.post_id is null then false else po.needs_language end)`, posts),
  plain('unitNeedsLanguage', sql`u.needs_language`),
  plain('needsLanguage', sql`(u.needs_language or case when a.post_id is null then false else po.needs_language end)`, posts),
  { ...plain('officeRank', rankValue(sql`a.office_rank`)), test: rankTest(sql`a.office_rank`) },
  plain('leader', sql`a.leader`),
  { ...plain('plannedOfficeRank', rankValue(sql`pl.office_rank`), planned), test: rankTest(sql`pl.office_rank`) },
  listed('onTrainingList', 'tl', trainingList),
  {
    definition: definitionOf('age'),
    relations: always(personRelation),
    value: (condition, asked, milestone) => sql`extract(year from age(${day(dayOfAge(condition.on, asked.on, milestone))}, p.birth_date))::int`,
    missing: sql`p.birth_date is null`,
    test: ageTest,
  },
  listed('languageDegree', 'dg', degrees),
  plain('languageTeacher', sql`(case when a.post_id is null then false else po.language_teacher end)`, posts),
  {
    definition: definitionOf('level'),
    relations: (condition) => [levels(languagesOf(condition))],
    value: (condition) => sql`${sql.raw(levelKey(languagesOf(condition)))}.level`,
  },
  listed('specialisedLanguage', 'sp', specialised),
];

/** How the core's facts are read, by id. */
export const coreSources: FactSources = new Map(sources.map((it) => [it.definition.id, it]));
