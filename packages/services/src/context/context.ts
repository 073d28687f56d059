import { keepingOutcome, type RepeatableRequest } from '@saubac/db/access';
import { type Alongside, type Record, writeWithAudit } from '@saubac/db/audit';
import type { TenantDb, TenantTx } from '@saubac/db/tenancy';
import { type Access, type Forbidden, type Permission, permitted, type PluginPermission } from '@saubac/domain/access';
import { fail, type IsoDate, type Result, type UnitScope, type UserId } from '@saubac/domain/values';
import type { Registry } from '@saubac/plugin-api';

import type { ReadLog } from '../audit/read-log.ts';
import type { Figures } from '../figures/index.ts';

/** Who acts: a user, or the operator at the command line, who has no account in the tenant. */
export type Actor = { id: UserId | null; label: string };

/** A write: its work in one transaction with its audit. What `alongside` is given rides in the statement of the audit. What `work` throws undoes all of it. */
export type Write = <T>(work: (tx: TenantTx, record: Record, alongside: Alongside) => Promise<T>, why?: string) => Promise<T>;

/** The rows of a report of an enabled plugin for a period, both days inclusive, as the caller may see them. Rejects with what the plugin throws. */
export type AskReport = (ctx: Ctx, asked: { plugin: string; report: string; from: IsoDate; to: IsoDate }) => Promise<readonly { readonly [column: string]: string | number | null }[]>;

/** What every verb is given: one tenant's database, who asks, what he may do, what plugins bring, and the time. */
export type Ctx = {
  tenant: { readonly id: string; readonly slug: string };
  /** For reading. Whatever is written goes through `write`. */
  db: TenantDb;
  actor: Actor;
  access: Access;
  registry: Registry;
  /** Today in Vietnam (Asia/Ho_Chi_Minh). */
  today: IsoDate;
  /** The moment a write is recorded with. */
  now: () => Date;
  /** Where it is noted whose file was opened; see `noteRead`. */
  reads: Pick<ReadLog, 'note'>;
  /** Stops long work when nobody waits for it any more. */
  signal?: AbortSignal | undefined;
  /** How this process answers questions about figures; without it each is worked out on the spot. */
  figures?: Figures | undefined;
  /** How this process asks a plugin for the rows of a report; without it there are none. */
  reports?: AskReport | undefined;
  /** A request that its sender may repeat: what it creates is created once. `answered` makes the answer to be kept of what a write gives. */
  request?: (RepeatableRequest & { answered?: (outcome: unknown) => unknown }) | undefined;
  write: Write;
};

/** What a context is made of; today follows from the moment unless it is given. */
export type CtxParts = Omit<Ctx, 'write' | 'today'> & { today?: IsoDate };

/** Today in Vietnam at a moment: until seven in the morning it is already tomorrow there for UTC. */
export const dayInVietnam = (moment: Date): IsoDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' }).format(moment) as IsoDate;

const wasRefused = (outcome: unknown): boolean => typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;

/** The context of verbs: its `write` records who, when and why, and keeps the outcome of a repeatable request with what it created. */
export const createCtx = (parts: CtxParts): Ctx => {
  const { db, actor, now, request } = parts;
  const write: Write = (work, why) =>
    writeWithAudit(db, { actor, now: now(), why }, async (tx, record, alongside) => {
      const outcome = await work(tx, record, alongside);
      if (request && !wasRefused(outcome)) alongside(keepingOutcome(request, request.answered?.(outcome) ?? outcome, now()));
      return outcome;
    });
  return { ...parts, today: parts.today ?? dayInVietnam(now()), write };
};

/**
 * The context for a write of a verb whose answer is more than what the write gives: `answered` makes the one of the other, so that a
 * repeated request is given the same answer.
 */
export const answering = <Outcome>(ctx: Ctx, answered: (outcome: Outcome) => unknown): Ctx =>
  ctx.request ? createCtx({ ...ctx, request: { ...ctx.request, answered: answered as (outcome: unknown) => unknown } }) : ctx;

/** The units for which the caller may do something, or the refusal: the opening of every verb. */
export const permit = (ctx: Pick<Ctx, 'access'> & Partial<Pick<Ctx, 'registry'>>, permission: Permission | PluginPermission): Result<UnitScope, Forbidden> => permitted(ctx.access, permission, ctx.registry?.grants);

/** As `permit`, for what concerns the whole tenant: a permission for some units only is none. */
export const permitWhole = (ctx: Pick<Ctx, 'access'>, permission: Permission): Result<UnitScope, Forbidden> => {
  const scope = permit(ctx, permission);
  return scope.ok && scope.value.kind !== 'everything' ? fail({ kind: 'forbidden', permission }) : scope;
};
