import type { IsoDate, PersonId, UnitId, UserId } from '@saubac/domain/values';
import { boolean, date, integer, pgView, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * What a plugin reads of the core in the relations of its facts and in the rows of its reports: the whole tenant, without regard to
 * who asks. Columns of a `_v1` are neither changed nor taken away. Where a row has days, `validFrom` is its first and `validTo` the day
 * after its last one (`infinity`: no end), so what holds on a day is `valid_from <= day and valid_to > day`. Routes ask `ctx.core` instead,
 * which keeps to the caller's scope.
 */

/** A person of the tenant; one row for each, whether in a post or not. `birthPrecision`: how much of the birth date is known (`day`, `month`, `year`). */
export const corePeople = pgView('core_people_v1', {
  personId: uuid('person_id').$type<PersonId>().notNull(),
  name: text('name').notNull(),
  /** Orders names as a Vietnamese list does: by the given name first. */
  nameSort: text('name_sort').notNull(),
  birthDate: date('birth_date').$type<IsoDate>(),
  birthPrecision: text('birth_precision').notNull(),
  sex: text('sex'),
}).existing();

/** A unit as it was in a stretch of time; one row for each stretch, and of one unit never two for a day. */
export const coreUnits = pgView('core_units_v1', {
  unitId: uuid('unit_id').$type<UnitId>().notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  parentId: uuid('parent_id').$type<UnitId>(),
  /** `province`, `commune` …: the code of the government level. */
  tier: text('tier').notNull(),
  /** `state`, `party`, `socio-political` or `public-service`. */
  bodyKind: text('body_kind').notNull(),
  field: text('field'),
  validFrom: date('valid_from').$type<IsoDate>().notNull(),
  validTo: date('valid_to').$type<IsoDate>().notNull(),
}).existing();

/**
 * A post that somebody held for a time. Whoever holds a main one (`main`) on a day is present on that day, in its unit; others are held beside it.
 *
 * @example
 * sql`select ${corePosts.personId} as person_id, true as value from ${corePosts}
 *   where ${corePosts.main} and ${corePosts.kind} = 'civil-servant' and ${corePosts.validFrom} <= ${asOf} and ${corePosts.validTo} > ${asOf}`;
 */
export const corePosts = pgView('core_posts_v1', {
  assignmentId: uuid('assignment_id').notNull(),
  personId: uuid('person_id').$type<PersonId>().notNull(),
  unitId: uuid('unit_id').$type<UnitId>().notNull(),
  postId: uuid('post_id'),
  postCode: text('post_code'),
  postName: text('post_name'),
  /** `cadre`, `civil-servant`, `public-employee` or `contract-staff`. */
  kind: text('kind').notNull(),
  rankCode: text('rank_code'),
  /** The office (chức vụ) as its roster has it; null for none. */
  office: text('office'),
  officeRank: smallint('office_rank'),
  leader: boolean('leader'),
  main: boolean('main').notNull(),
  validFrom: date('valid_from').$type<IsoDate>().notNull(),
  validTo: date('valid_to').$type<IsoDate>().notNull(),
}).existing();

/** A case of a workflow, of the core or of a plugin, as it stands now. `coreState`: what of the core's states it counts as. Open while `closedAt` is null. */
export const coreCases = pgView('core_cases_v1', {
  id: uuid('id').notNull(),
  workflow: text('workflow').notNull(),
  state: text('state').notNull(),
  coreState: text('core_state').notNull(),
  subjectId: uuid('subject_id').notNull(),
  /** Whose matter it is; null where it is the whole tenant's. */
  unitId: uuid('unit_id').$type<UnitId>(),
  openedBy: uuid('opened_by').$type<UserId>(),
  /** The last day on which it is not late. */
  dueOn: date('due_on').$type<IsoDate>(),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  version: integer('version').notNull(),
}).existing();
