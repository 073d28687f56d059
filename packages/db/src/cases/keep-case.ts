import type { WorkflowStructure } from '@saubac/domain/workflow';
import type { IsoDate, UnitId, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';

const json = (value: unknown): SQL => (value === null || value === undefined ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`);

/** Who did something and when; the clock has no account. */
export type Doer = { by: UserId | null; label: string; at: Date };

/** Until when something is to be done in a state, and from when whoever must is reminded. */
export type StateDays = { enteredOn: IsoDate; dueOn: IsoDate | null; remindOn: IsoDate | null };

/** Keeps a definition under its digest, once. */
export const keepDefinition = async (tx: TenantSql, digest: string, structure: WorkflowStructure, at: Date): Promise<void> => {
  await tx.execute(sql`
    insert into workflow_definitions (digest, workflow, structure, kept_at)
    values (${digest}, ${structure.id}, ${JSON.stringify(structure)}::jsonb, ${at.toISOString()}::timestamptz) on conflict (digest) do nothing`);
};

/** A definition that was kept. */
export const findDefinition = async (db: TenantSql, digest: string): Promise<WorkflowStructure | undefined> =>
  (await db.execute<{ structure: WorkflowStructure }>(sql`select structure from workflow_definitions where digest = ${digest}`))[0]?.structure;

/** Every definition by which cases of a workflow ever went, by its digest: few, as they change with the product and its plugins only. */
export const definitionsOf = async (db: TenantSql, workflow: string): Promise<ReadonlyMap<string, WorkflowStructure>> =>
  new Map((await db.execute<{ digest: string; structure: WorkflowStructure }>(sql`select digest, structure from workflow_definitions where workflow = ${workflow}`)).map((it) => [it.digest, it.structure]));

/** What a case begins with. */
export type NewCase = StateDays & { workflow: string; definition: string; state: string; subject: string; unit: UnitId | null; statement: unknown; opened: Doer };

/** Opens a case; undefined where one is open for the subject already. */
export const insertCase = async (tx: TenantSql, it: NewCase): Promise<string | undefined> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into cases (workflow, definition, state, core_state, subject_id, unit_id, opened_by, opened_label, opened_at, entered_on, due_on, remind_on, statement)
    values (${it.workflow}, ${it.definition}, ${it.state}, ${it.state}, ${it.subject}::uuid, ${it.unit}::uuid, ${it.opened.by}::uuid, ${it.opened.label}, ${it.opened.at.toISOString()}::timestamptz,
      ${it.enteredOn}::date, ${it.dueOn}::date, ${it.remindOn}::date, ${json(it.statement)})
    on conflict (workflow, subject_id) where closed_at is null do nothing returning id`);
  return row?.id;
};

/** A move of a case that was decided: where from and to, by whom, why. */
export type KeptMove = StateDays & { move: string; from: string; to: string; coreState: string; definition: string; closes: boolean; statement: unknown; reason: string | null; coveredFor: UserId | null; moved: Doer };

/** Moves a case and notes who did it. The case has been locked by `findCase`. */
export const insertMove = async (tx: TenantSql, id: string, it: KeptMove): Promise<void> => {
  const at = it.moved.at.toISOString();
  await tx.execute(sql`
    insert into case_moves (case_id, move, from_state, to_state, definition, moved_by, moved_label, covered_for, reason, statement, moved_at)
    values (${id}::uuid, ${it.move}, ${it.from}, ${it.to}, ${it.definition}, ${it.moved.by}::uuid, ${it.moved.label}, ${it.coveredFor}::uuid, ${it.reason}, ${json(it.statement)}, ${at}::timestamptz)`);
  await tx.execute(sql`
    update cases set state = ${it.to}, core_state = ${it.coreState}, definition = ${it.definition}, entered_on = ${it.enteredOn}::date, due_on = ${it.dueOn}::date, remind_on = ${it.remindOn}::date,
      statement = ${json(it.statement)}, closed_at = ${it.closes ? at : null}::timestamptz, version = version + 1
    where id = ${id}::uuid`);
};
