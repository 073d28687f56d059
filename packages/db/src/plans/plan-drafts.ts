import { type DraftAct, type DraftState, type PlanDraft, planIdIn } from '@saubac/domain/plan';
import type { IsoDate, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { pgArray } from '../tenancy/pg-array.ts';

/** A draft in a list: without what is written in it, but with its title where it has one. */
export type ListedDraft = Omit<PlanDraft, 'document'> & { title: string | null };

/** Who writes, and when. */
export type DraftWriter = { by: UserId | null; label: string; at: Date };

type Row = Omit<PlanDraft, 'created' | 'changed'> & { createdBy: UserId | null; createdLabel: string; createdAt: string; changedBy: UserId | null; changedLabel: string; changedAt: string };

const columns = sql`d.id, d.plan_code as plan, d.note, d.based_on_version as "basedOn", d.state, d.became_version as became, d.version, d.rule_from::text as "from",
  (select jsonb_build_object('id', c.id, 'state', c.core_state, 'version', c.version, 'dueOn', c.due_on, 'closed', c.closed_at is not null) from cases c
    where c.workflow = 'plan-version' and c.subject_id = d.id order by c.closed_at desc nulls first, c.id desc limit 1) as "case",
  d.created_by as "createdBy", d.created_by_label as "createdLabel", d.created_at as "createdAt",
  d.changed_by as "changedBy", d.changed_by_label as "changedLabel", d.changed_at as "changedAt"`;

const act = (by: UserId | null, label: string, at: string): DraftAct => ({ by, label, at: new Date(at).toISOString() });

const draftOf = <R extends Omit<Row, 'document'>>({ createdBy, createdLabel, createdAt, changedBy, changedLabel, changedAt, ...rest }: R) => ({
  ...rest,
  created: act(createdBy, createdLabel, createdAt),
  changed: act(changedBy, changedLabel, changedAt),
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const load = async (db: TenantSql, rest: SQL): Promise<PlanDraft[]> => (await db.execute<Row>(sql`select ${columns}, d.document from plan_drafts d ${rest}`)).map(draftOf);

/** One draft. */
export const planDraft = async (db: TenantSql, id: string): Promise<PlanDraft | undefined> => (uuid.test(id) ? (await load(db, sql`where d.id = ${id}::uuid`))[0] : undefined);

/** One draft, which nobody else can change before the transaction ends. */
export const lockedPlanDraft = async (tx: TenantSql, id: string): Promise<PlanDraft | undefined> =>
  uuid.test(id) ? (await load(tx, sql`where d.id = ${id}::uuid for update`))[0] : undefined;

/** Some drafts, by their ids. */
export const planDraftsByIds = async (db: TenantSql, ids: readonly string[]): Promise<PlanDraft[]> => (ids.length === 0 ? [] : load(db, sql`where d.id = any(${pgArray([...ids])}::uuid[])`));

/** Drafts, the newest first, after one of them; of one state or of all. */
export const listPlanDrafts = async (db: TenantSql, page: { state: DraftState | null; after: string | null; limit: number }): Promise<ListedDraft[]> => {
  const ofState = page.state === null ? sql`true` : sql`d.state = ${page.state}`;
  const after = page.after === null || !uuid.test(page.after) ? sql`true` : sql`d.id < ${page.after}::uuid`;
  const rows = await db.execute<Omit<Row, 'document'> & { title: string | null }>(
    sql`select ${columns}, d.document #>> '{title,vi}' as title from plan_drafts d where ${ofState} and ${after} order by d.id desc limit ${page.limit}`,
  );
  return rows.map(draftOf);
};

const stored = async (tx: TenantSql, statement: SQL): Promise<PlanDraft> => {
  const [row] = await tx.execute<Row>(sql`with d as (${statement} returning *) select ${columns}, d.document from d`);
  if (!row) throw new Error('A draft was not stored');
  return draftOf(row);
};

/** Stores a new draft. */
export const insertPlanDraft = (tx: TenantSql, draft: { document: unknown; note: string | null; basedOn: number | null }, { by, label, at }: DraftWriter): Promise<PlanDraft> => {
  const moment = at.toISOString();
  return stored(
    tx,
    sql`insert into plan_drafts (plan_code, document, note, based_on_version, created_by, created_by_label, created_at, changed_by, changed_by_label, changed_at)
      values (${planIdIn(draft.document)}, ${JSON.stringify(draft.document)}::jsonb, ${draft.note}, ${draft.basedOn}, ${by}::uuid, ${label}, ${moment}::timestamptz, ${by}::uuid, ${label}, ${moment}::timestamptz)`,
  );
};

/** Stores what somebody wrote into a draft, as its next state. */
export const savePlanDraft = (tx: TenantSql, id: string, draft: { document: unknown; note: string | null }, { by, label, at }: DraftWriter): Promise<PlanDraft> =>
  stored(
    tx,
    sql`update plan_drafts set plan_code = ${planIdIn(draft.document)}, document = ${JSON.stringify(draft.document)}::jsonb, note = ${draft.note},
      changed_by = ${by}::uuid, changed_by_label = ${label}, changed_at = ${at.toISOString()}::timestamptz, version = version + 1 where id = ${id}::uuid`,
  );

/** Sets the day from which a draft is to rule. Who wrote last in it stays known. */
export const setDayOfPlanDraft = (tx: TenantSql, id: string, from: IsoDate): Promise<PlanDraft> => stored(tx, sql`update plan_drafts set rule_from = ${from}::date, version = version + 1 where id = ${id}::uuid`);

/** Ends a draft: given up, or put in force as a version. Who wrote last in it stays known. */
export const closePlanDraft = (tx: TenantSql, id: string, end: { state: 'dropped'; became: null } | { state: 'in-force'; became: number }): Promise<PlanDraft> =>
  stored(tx, sql`update plan_drafts set state = ${end.state}, became_version = ${end.became}, version = version + 1 where id = ${id}::uuid`);
