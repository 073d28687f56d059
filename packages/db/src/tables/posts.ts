import { boolean, date, integer, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** The catalogue of posts. */
export const posts = pgTable('posts', {
  id: uuid('id').primaryKey().default(uuidv7),
  code: text('code').notNull(),
  name: text('name').notNull(),
  needsLanguage: boolean('needs_language'),
  languageTeacher: boolean('language_teacher'),
  version: integer('version').notNull().default(1),
});

/** The level a post requires, by dates. */
export const postStandards = pgTable('post_standards', {
  id: uuid('id').primaryKey().default(uuidv7),
  postId: uuid('post_id').notNull(),
  languageCode: text('language_code'),
  frameworkCode: text('framework_code').notNull(),
  level: smallint('level').notNull(),
  validFrom: date('valid_from').notNull(),
  validTo: date('valid_to').notNull().default('infinity'),
});
