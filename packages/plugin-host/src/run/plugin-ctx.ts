import type { RepeatableRequest } from '@saubac/db/access';
import { casesOfSubjects } from '@saubac/db/plugins';
import { queue } from '@saubac/db/outbox';
import { workCalendar } from '@saubac/db/reference';
import { endWith, readingOnly, type TenantSql, type TenantTx } from '@saubac/db/tenancy';
import type { PluginPermission } from '@saubac/domain/access';
import { fail } from '@saubac/domain/values';
import type { ActivePlugin, PluginCaseStanding, PluginCtx, PluginRecord, PluginSql, WriteTools } from '@saubac/plugin-api';
import { type AnyCaseKind, type CaseCtx, handlerKind, moveCase, openCase, pluginKind } from '@saubac/services/cases';
import { createCtx, type Ctx, permit, type Write } from '@saubac/services/context';
import { sql } from 'drizzle-orm';

import { coreQueriesOf } from './core-queries.ts';
import { type FilesAt, pluginFilesOf } from './plugin-files.ts';
import { abortOf } from './within-time.ts';

/** What the context of a plugin is made of. */
export type PluginRun = {
  ctx: Ctx;
  active: ActivePlugin;
  /** Aborted when the time is up or nobody waits any more: nothing is read or written after it. */
  signal: AbortSignal;
  /** After so long the server ends a statement of the plugin. */
  statementTimeoutMs: number;
  /** Where files are kept; without it a plugin that asks for one is at fault. */
  files?: FilesAt | undefined;
  /** A request that its sender may repeat: the first write keeps its outcome. */
  request?: RepeatableRequest | undefined;
  /** Marks work of the outbox as done, in the first write. */
  complete?: ((tx: TenantTx) => Promise<void>) | undefined;
};

/** Carries a refusal out of a transaction that is undone. */
class Refused extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('refused');
    this.outcome = outcome;
  }
}

const isRefusal = (outcome: unknown): boolean => typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;

const settled = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return error.outcome as T;
    throw error;
  }
};

/** Writes under the time of the plugin; a refusal undoes what was written, and the first write that is kept ends the work it was done for. */
const boundedWrite = ({ ctx, signal, statementTimeoutMs, request, complete }: PluginRun): Write => {
  let first = true;
  return (work, why) => {
    const writer = first && request ? createCtx({ ...ctx, request: { ...request, answered: (outcome) => ({ outcome }) } }) : ctx;
    return settled(
      writer.write(async (tx, record, alongside) => {
        signal.throwIfAborted();
        endWith(signal, tx);
        await tx.execute(sql.raw(`set local statement_timeout = ${Math.trunc(statementTimeoutMs)}`));
        const outcome = await abortOf(signal, work(tx, record, alongside));
        if (isRefusal(outcome)) throw new Refused(outcome);
        if (first) await complete?.(tx);
        first = false;
        return outcome;
      }, why),
    );
  };
};

/** The context that a part of a plugin runs with: one tenant, the caller's rights, the plugin's own settings and words. */
export const pluginCtx = (run: PluginRun): PluginCtx => {
  const { active, signal, statementTimeoutMs } = run;
  const { id } = active.plugin.manifest;
  const db = readingOnly(run.ctx.db, { timeoutMs: statementTimeoutMs, signal });
  const ctx: Ctx = { ...run.ctx, db, signal, write: boundedWrite(run) };
  const caseCtx = async (sqlOf: TenantSql): Promise<CaseCtx> => ({ ...ctx, calendar: await workCalendar(sqlOf) });
  const full = (permission: string): PluginPermission => (permission.startsWith(`${id}:`) ? (permission as PluginPermission) : `${id}:${permission}`);
  const kindOf = (workflow: string): AnyCaseKind => {
    const found = ctx.registry.cases.find((it) => it.plugin === id && it.workflow.id === workflow);
    if (!found) throw new Error(`${id} has no workflow ${workflow}`);
    return pluginKind(found);
  };
  const own = pluginFilesOf(ctx, id, run.files);
  const toolsOf = (tx: TenantTx): WriteTools => ({
    ...own.toolsOf(tx),
    queue: async (handler, payload) => {
      if (!active.plugin.handlers?.[handler]) throw new Error(`${id} has no handler ${handler}`);
      await queue(tx, { kind: handlerKind, payload: { ...payload, plugin: id, handler, askedBy: ctx.actor.id } });
    },
    openCase: async (workflow, of) => openCase(await caseCtx(tx), tx, kindOf(workflow), of),
  });
  return {
    tenant: ctx.tenant,
    config: active.config,
    actor: ctx.actor,
    today: ctx.today,
    now: ctx.now,
    db: db as unknown as PluginSql,
    scopeOf: (permission) => permit(ctx, full(permission)),
    core: coreQueriesOf(ctx),
    cases: {
      ofSubjects: async (workflow, subjects) => {
        const scope = permit(ctx, kindOf(workflow).seenBy);
        const found = scope.ok ? await casesOfSubjects(db, scope.value, workflow, subjects, ctx.today) : [];
        return new Map(found.map((it) => [it.subject, it as PluginCaseStanding]));
      },
      move: async (workflow, input) => {
        const moved = await moveCase(await caseCtx(db), kindOf(workflow), input);
        return moved.ok ? { ok: true, value: { to: moved.value.to } } : fail(moved.failure);
      },
    },
    files: own.files,
    write: (work, why) =>
      ctx.write((tx, record) => {
        const recordOwn: PluginRecord = async ({ act, subject, ...rest }) => {
          await record({ ...rest, act: `${id}:${act}`, subject: { ...subject, kind: `${id}:${subject.kind}` } });
        };
        return work(tx as unknown as PluginSql, recordOwn, toolsOf(tx));
      }, why),
    signal,
  };
};
