import { heldRoles } from '@saubac/db/access';
import type { TenantDb, TenantSql } from '@saubac/db/tenancy';
import { type Access, commandLine } from '@saubac/domain/access';
import type { IsoDate, UnitScope, UserId } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';

import { type AskReport, createCtx, type Ctx, dayInVietnam } from './context.ts';

/** Work that somebody asked for and that is done later, in another process. */
export type LaterWork = {
  tenant: { readonly id: string; readonly slug: string };
  db: TenantDb;
  now: () => Date;
  registryOn: (today: IsoDate) => Promise<Registry>;
  /** Whether an account may still enter this tenant. */
  mayEnter: (user: UserId) => Promise<boolean>;
  /** How this process asks a plugin for the rows of a report. */
  reports?: AskReport | undefined;
  /** Aborted when the work is to stop. */
  signal: AbortSignal;
  /** Marks the work as done in the transaction that writes its effect. */
  complete: (tx: TenantSql) => Promise<void>;
};

/** Who asked; the operator at the command line has no account. */
export type AskedBy = { id: UserId | null; label: string };

const accessOf = async ({ db, mayEnter }: LaterWork, user: UserId | null, today: IsoDate): Promise<Access> => {
  if (user === null) return commandLine;
  return { kind: 'granted', held: (await mayEnter(user)) ? await heldRoles(db, user, today) : [] };
};

/** The context in which later work is done: whoever asked for it, with what he may do now and not with what he could when he asked. */
export const ctxOfLater = async (work: LaterWork, by: AskedBy): Promise<Ctx> => {
  const today = dayInVietnam(work.now());
  return createCtx({
    tenant: work.tenant, db: work.db, actor: by, access: await accessOf(work, by.id, today), registry: await work.registryOn(today), today, now: work.now, signal: work.signal, reports: work.reports,
    // Lists and exports are acts of their own; nobody opens a single person's file from here.
    reads: { note: () => undefined },
  });
};

/** The same context for some units only, of which its scope must be known to hold all. */
export const narrowedTo = (ctx: Ctx, scope: UnitScope): Ctx => {
  if (scope.kind === 'everything') return ctx;
  const held = ctx.access.kind === 'granted' ? ctx.access.held : [{ role: 'home-affairs-officer' as const, scope }];
  return { ...ctx, access: { kind: 'granted', held: held.map(({ role }) => ({ role, scope })) } };
};
