import type { PlatformDb } from '@saubac/db/accounts';
import { checkAudit, keepCheck, type KeptCheck, lastCheck } from '@saubac/db/audit';
import type { Tenant } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';

/** The last check of the whole audit against itself and its anchors, which is made every night; null before the first. */
export const lastAuditCheck = async (ctx: Ctx, sql: PlatformDb): Promise<Result<KeptCheck | null, Forbidden>> => {
  const scope = permitWhole(ctx, 'audit.read');
  return scope.ok ? ok((await lastCheck(sql, ctx.tenant.id)) ?? null) : scope;
};

/** Checks the whole audit now: recomputes every digest, compares with every anchor, and keeps what was found. */
export const checkAuditNow = async (ctx: Ctx, sql: PlatformDb, tenant: Tenant): Promise<Result<KeptCheck, Forbidden>> => {
  const scope = permitWhole(ctx, 'audit.read');
  if (!scope.ok) return scope;
  const check = await checkAudit(sql, { tenant, db: ctx.db });
  await keepCheck(sql, tenant.id, check);
  return ok({ ...check, at: ctx.now() });
};
