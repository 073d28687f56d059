import { settingsInForce } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { TenantSettings } from '@saubac/domain/levels';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** The settings that hold in the tenant, in the form of a settings file: applied again they change nothing. */
export const showSettings = async (ctx: Ctx): Promise<Result<TenantSettings, Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  return scope.ok ? ok(await settingsInForce(ctx.db)) : scope;
};
