import { settingsAndVersion } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import type { TenantSettings } from '@saubac/domain/levels';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** The settings of a tenant and their version, which rises with every change of any of their rows. */
export type VersionedSettings = { settings: TenantSettings; version: number };

/** The settings that hold in the tenant with their version. */
export const getSettings = async (ctx: Ctx): Promise<Result<VersionedSettings, Forbidden>> => {
  const scope = permit(ctx, 'catalogue.read');
  return scope.ok ? ok(await settingsAndVersion(ctx.db)) : scope;
};

/** The settings that hold in the tenant, in the form of a settings file: applied again they change nothing. */
export const showSettings = async (ctx: Ctx): Promise<Result<TenantSettings, Forbidden>> => {
  const shown = await getSettings(ctx);
  return shown.ok ? ok(shown.value.settings) : shown;
};
