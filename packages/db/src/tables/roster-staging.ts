import { date, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { uuidv7 } from './column-types.ts';

/** Imports of a roster. */
export const rosterBatches = pgTable('roster_batches', {
  id: uuid('id').primaryKey().default(uuidv7),
  effectiveDate: date('effective_date').notNull(),
  fileName: text('file_name').notNull(),
  fileDigest: text('file_digest').notNull(),
  mode: text('mode').notNull(),
  state: text('state').notNull(),
  completeFor: uuid('complete_for'),
  counts: jsonb('counts'),
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'string' }).notNull(),
  committedAt: timestamp('committed_at', { withTimezone: true, mode: 'string' }),
  sources: jsonb('sources'),
  layout: jsonb('layout'),
});

/** Units of an import, as text. */
export const stageUnits = pgTable(
  'stage_units',
  {
    batchId: uuid('batch_id').notNull(),
    rowNo: integer('row_no').notNull(),
    code: text('code'),
    name: text('name'),
    parentCode: text('parent_code'),
    officialCode: text('official_code'),
    tier: text('tier'),
    bodyKind: text('body_kind'),
    field: text('field'),
    needsLanguage: text('needs_language'),
    reportsTo: text('reports_to'),
    budgetsThrough: text('budgets_through'),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    succeededBy: text('succeeded_by'),
    successionKind: text('succession_kind'),
    problems: text('problems'),
    mends: text('mends'),
    unstated: text('unstated'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowNo] })],
);

/** Posts of an import, as text. */
export const stagePosts = pgTable(
  'stage_posts',
  {
    batchId: uuid('batch_id').notNull(),
    rowNo: integer('row_no').notNull(),
    code: text('code'),
    name: text('name'),
    needsLanguage: text('needs_language'),
    languageTeacher: text('language_teacher'),
    languageCode: text('language_code'),
    level: text('level'),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    problems: text('problems'),
    mends: text('mends'),
    unstated: text('unstated'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowNo] })],
);

/** People of an import, as text. */
export const stagePeople = pgTable(
  'stage_people',
  {
    batchId: uuid('batch_id').notNull(),
    rowNo: integer('row_no').notNull(),
    idNumber: text('id_number'),
    fullName: text('full_name'),
    nameSort: text('name_sort'),
    nameSearch: text('name_search'),
    birthDate: text('birth_date'),
    birthPrecision: text('birth_precision'),
    sex: text('sex'),
    ethnicity: text('ethnicity'),
    unitCode: text('unit_code'),
    postCode: text('post_code'),
    kind: text('kind'),
    rankCode: text('rank_code'),
    office: text('office'),
    officeRank: text('office_rank'),
    leader: text('leader'),
    concurrent: text('concurrent'),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    plannedRank: text('planned_rank'),
    trainingList: text('training_list'),
    languageText: text('language_text'),
    problems: text('problems'),
    mends: text('mends'),
    unstated: text('unstated'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowNo] })],
);

/** Certificates of an import, as text. */
export const stageCertificates = pgTable(
  'stage_certificates',
  {
    batchId: uuid('batch_id').notNull(),
    rowNo: integer('row_no').notNull(),
    idNumber: text('id_number'),
    typeCode: text('type_code'),
    languageCode: text('language_code'),
    number: text('number'),
    issuer: text('issuer'),
    examDate: text('exam_date'),
    expiresOn: text('expires_on'),
    score: text('score'),
    listening: text('listening'),
    reading: text('reading'),
    speaking: text('speaking'),
    writing: text('writing'),
    grade: text('grade'),
    state: text('state'),
    decisionLevel: text('decision_level'),
    decisionDocument: text('decision_document'),
    decisionDate: text('decision_date'),
    problems: text('problems'),
    mends: text('mends'),
    unstated: text('unstated'),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.rowNo] })],
);

/** Which unit or post is meant by a name that rosters write. */
export const rememberedNames = pgTable('remembered_names', {
  id: uuid('id').primaryKey().default(uuidv7),
  of: text('of').notNull(),
  folded: text('folded').notNull(),
  given: text('given').notNull(),
  unitId: uuid('unit_id'),
  postId: uuid('post_id'),
  notedBy: uuid('noted_by'),
  notedLabel: text('noted_label').notNull(),
  notedAt: timestamp('noted_at', { withTimezone: true, mode: 'string' }).notNull(),
});
