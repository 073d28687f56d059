import type { Forbidden } from '@saubac/domain/access';
import type { IsoDate, PersonId, Result, UnitId, UnitScope, UserId } from '@saubac/domain/values';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

import type { PluginFiles, TakenFile } from './files.ts';

/** The tenant's database as a plugin reads it: its own tables, and the views `core_…_v1`. */
export type PluginSql = PgDatabase<PgQueryResultHKT>;

/** Plain values that stand in an outbox row: ids, codes, days, never a name. */
export type PluginPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Somebody of the tenant, as far as the caller may see him. */
export type CorePerson = { id: PersonId; name: string; unit: { id: UnitId; code: string; name: string } | null; office: string | null };

/** A unit of the tenant. */
export type CoreUnit = { id: UnitId; code: string; name: string };

/** Questions to the core, answered within the caller's scope: whom or what he may not see is missing. */
export type CoreQueries = {
  /** Some people by their ids. Whose file is opened is noted where somebody asked. */
  people: (ids: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, CorePerson>>;
  /** People whose name holds the words, without regard to accents; at most `limit` (20). */
  findPeople: (words: string, limit?: number) => Promise<readonly CorePerson[]>;
  units: (ids: readonly UnitId[]) => Promise<ReadonlyMap<UnitId, CoreUnit>>;
  /** Units whose name or code holds the words; at most `limit` (20). */
  findUnits: (words: string, limit?: number) => Promise<readonly CoreUnit[]>;
};

/** An entry of the audit: the act as `noun.deed`, what it was done to, and how that was before and after. */
export type PluginRecord = (entry: { act: string; subject: { kind: string; id?: string }; before?: unknown; after?: unknown }) => Promise<void>;

/** Why a case can't be opened or moved: the kinds of the core's workflow engine, with their details. */
export type CaseFailure = { kind: string };

/** A case of the plugin's own workflows. */
export type PluginCaseStanding = { id: string; subject: string; state: string; version: number; openedBy: UserId | null; dueOn: IsoDate | null };

/** What a write can do besides writing to the plugin's own tables; all of it happens with the commit or not at all. */
export type WriteTools = {
  /** Asks for a handler of the plugin, after the commit. */
  queue: (handler: string, payload: PluginPayload) => Promise<void>;
  /** Begins a case of a subject in a workflow of the plugin. One subject has one open case at a time. */
  openCase: (workflow: string, of: { subject: string; unit: UnitId | null }) => Promise<Result<string, CaseFailure>>;
  /** Keeps a file that this context took in, as the plugin's own. */
  keepFile: (file: TakenFile) => Promise<void>;
  /** Takes away a file that the plugin keeps; false if it keeps none of this id. */
  removeFile: (id: string) => Promise<boolean>;
};

/** What every part of a plugin that acts is given: one tenant, who asks and what he may do, the settings and the time. */
export type PluginCtx<Config = unknown> = {
  tenant: { readonly id: string; readonly slug: string };
  config: Config;
  /** Who asks; in jobs and handlers whoever asked for the work, or nobody. */
  actor: { id: UserId | null; label: string };
  /** Today in Vietnam. */
  today: IsoDate;
  now: () => Date;
  /** For reading, under a statement timeout. */
  db: PluginSql;
  /** The units over which the caller has a permission of this plugin, or the refusal. */
  scopeOf: (permission: string) => Result<UnitScope, Forbidden>;
  core: CoreQueries;
  /** Cases of the plugin's own workflows, within the caller's rights. Moving one is refused as the engine refuses it. */
  cases: {
    ofSubjects: (workflow: string, subjects: readonly string[]) => Promise<ReadonlyMap<string, PluginCaseStanding>>;
    move: (workflow: string, input: { case: string; move: string; version?: number; reason?: string }) => Promise<Result<{ to: string }, CaseFailure>>;
  };
  files: PluginFiles;
  /** One transaction over the plugin's own tables with its audit. What `work` throws undoes all of it; an answer `{ ok: false }` keeps nothing. */
  write: <T>(work: (tx: PluginSql, record: PluginRecord, tools: WriteTools) => Promise<T>, why?: string) => Promise<T>;
  /** Aborted when the time is up or nobody waits any more. */
  signal: AbortSignal;
};
