import { settingsInForce } from '@saubac/db/levels';
import type { TenantSettings } from '@saubac/domain/levels';

import type { Ctx } from '../context/index.ts';

/** The settings that hold in the tenant, in the form of a settings file: applied again they change nothing. */
export const showSettings = (ctx: Ctx): Promise<TenantSettings> => settingsInForce(ctx.db);
