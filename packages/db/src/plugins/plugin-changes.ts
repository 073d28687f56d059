import type { UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

export type ChangeAct = 'enable' | 'disable' | 'remove';
export type ChangeStepName = 'check' | 'settings' | 'migrate' | 'facts' | 'export' | 'drop' | 'enlist';
export type ChangeStep = { name: ChangeStepName; state: 'waiting' | 'done' | 'failed' };

/** Why a change is not made, or would not be: a refusal with its details. */
export type Told = { kind: string } & Readonly<Record<string, unknown>>;

/** What a change makes, changes or drops, or would, and what stands in its way; `files`: how many the plugin keeps, where it goes or is switched off. */
export type ChangeFindings = { files?: number; migrations: string[]; tables: { name: string; fate: 'made' | 'changed' | 'kept' | 'dropped'; rows: number }[]; blockedBy: Told[] };

/** A change of a plugin in the tenant, or its rehearsal. `config`: the settings to enable it with, secrets sealed. */
export type PluginChange = {
  id: string; plugin: string; act: ChangeAct; rehearsal: boolean; config: unknown; state: 'queued' | 'running' | 'done' | 'failed'; steps: ChangeStep[]; findings: ChangeFindings | null; failure: Told | null;
  file: string | null; fileName: string | null; fileSize: number | null; by: UserId | null; label: string; createdAt: string; endedAt: string | null;
};

const moment = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const select = sql`
  select c.id, c.plugin_id as plugin, c.act, c.rehearsal, c.config, c.state, c.steps, c.findings, c.failure, c.file_id as file, f.original_name as "fileName", f.size::int as "fileSize",
    c.requested_by as by, c.requested_label as label, ${moment(sql`c.created_at`)} as "createdAt", ${moment(sql`c.ended_at`)} as "endedAt"
  from plugin_changes c left join files f on f.id = c.file_id and f.deleted_at is null`;

/** A change by its id. */
export const pluginChangeById = async (db: TenantSql, id: string): Promise<PluginChange | undefined> => (await db.execute<PluginChange>(sql`${select} where c.id = ${id}::uuid`))[0];

/** The last change of each plugin that was no rehearsal. */
export const lastPluginChanges = async (db: TenantSql): Promise<Map<string, PluginChange>> => {
  const rows = await db.execute<PluginChange>(sql`${select} where c.id in (select distinct on (x.plugin_id) x.id from plugin_changes x where not x.rehearsal order by x.plugin_id, x.id desc)`);
  return new Map([...rows].map((it) => [it.plugin, it]));
};

export type NewPluginChange = Pick<PluginChange, 'plugin' | 'act' | 'rehearsal' | 'config' | 'state' | 'steps' | 'findings' | 'by' | 'label'>;

const json = (value: unknown): SQL => (value === null || value === undefined ? sql`null::jsonb` : sql`${JSON.stringify(value)}::jsonb`);

/** Writes a change down; undefined where another one of the plugin is under way. */
export const insertPluginChange = async (tx: TenantSql, it: NewPluginChange, at: string): Promise<string | undefined> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into plugin_changes (plugin_id, act, rehearsal, config, state, steps, findings, requested_by, requested_label, created_at, ended_at)
    values (${it.plugin}, ${it.act}, ${it.rehearsal}, ${json(it.config)}, ${it.state}, ${json(it.steps)}, ${json(it.findings)}, ${it.by}::uuid, ${it.label}, ${at}::timestamptz, ${it.state === 'done' ? at : null}::timestamptz)
    on conflict (plugin_id) where ended_at is null and not rehearsal do nothing returning id`);
  return row?.id;
};

/** How far a change has come; a change that has ended stays as it is. False then. */
export const savePluginChange = async (tx: TenantSql, id: string, it: Partial<Pick<PluginChange, 'state' | 'steps' | 'findings' | 'failure' | 'file'>>, at: string): Promise<boolean> => {
  const ended = it.state === 'done' || it.state === 'failed';
  const set = [
    sql`version = version + 1`,
    ...(it.state ? [sql`state = ${it.state}`] : []),
    ...(it.steps ? [sql`steps = ${json(it.steps)}`] : []),
    ...(it.findings ? [sql`findings = ${json(it.findings)}`] : []),
    ...(it.failure ? [sql`failure = ${json(it.failure)}`] : []),
    ...(it.file ? [sql`file_id = ${it.file}::uuid`] : []),
    // What somebody entrusted for it is not kept longer than it is needed.
    ...(ended ? [sql`ended_at = ${at}::timestamptz`, sql`config = null`] : []),
  ];
  const [row] = await tx.execute(sql`update plugin_changes set ${sql.join(set, sql`, `)} where id = ${id}::uuid and ended_at is null returning id`);
  return row !== undefined;
};

/** The tables of a plugin in the tenant with their rows, by name; `shape` is another one when a column is. */
export const tablesOfPlugin = async (db: TenantSql, prefix: string): Promise<{ name: string; rows: number; shape: string }[]> => {
  const found = await db.execute<{ name: string; shape: string }>(sql`
    select c.relname as name, md5(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull, ',' order by a.attnum)) as shape
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and starts_with(c.relname, ${prefix}) group by c.relname order by c.relname`);
  const tables = [];
  for (const { name, shape } of found) {
    const [counted] = await db.execute<{ rows: number }>(sql`select count(*)::int as rows from ${sql.identifier(name)}`);
    tables.push({ name, shape, rows: counted?.rows ?? 0 });
  }
  return tables;
};

/** How many cases of some workflows are open. */
export const openCasesOf = async (db: TenantSql, workflows: readonly string[]): Promise<number> => {
  if (workflows.length === 0) return 0;
  const [row] = await db.execute<{ open: number }>(sql`select count(*)::int as open from cases where closed_at is null and workflow in (${sql.join(workflows.map((it) => sql`${it}`), sql`, `)})`);
  return row?.open ?? 0;
};

/** Takes a plugin off the tenant's list. */
export const deleteTenantPlugin = async (tx: TenantSql, plugin: string): Promise<void> => {
  await tx.execute(sql`delete from tenant_plugins where plugin_id = ${plugin}`);
};
