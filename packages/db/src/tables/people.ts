import { boolean, date, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** People of the tenant. */
export const people = pgTable('people', {
  id: uuid('id').primaryKey().default(uuidv7),
  userId: uuid('user_id'),
  idNumber: text('id_number'),
  fullName: text('full_name').notNull(),
  nameSort: text('name_sort').notNull(),
  nameSearch: text('name_search').notNull(),
  birthDate: date('birth_date'),
  birthPrecision: text('birth_precision').notNull().default('day'),
  sex: text('sex'),
  ethnicity: text('ethnicity'),
  version: integer('version').notNull().default(1),
});

/** Posts that people hold, by dates; one of them is the main one. */
export const assignments = pgTable('assignments', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  postId: uuid('post_id'),
  kind: text('kind').notNull(),
  rankCode: text('rank_code'),
  office: text('office'),
  officeRank: smallint('office_rank'),
  leader: boolean('leader'),
  main: boolean('main').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});

/** People planned for an office of a rank. */
export const plannedPosts = pgTable('planned_posts', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  officeRank: smallint('office_rank').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});

/** People on the language-training list. */
export const languageTrainingList = pgTable('language_training_list', {
  id: uuid('id').primaryKey().default(uuidv7),
  personId: uuid('person_id').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});
