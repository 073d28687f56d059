import { workCalendar } from '@saubac/db/reference';
import type { CaseCtx } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** The context with which cases are moved: it knows the days on which offices work. */
export const withCalendar = async (ctx: Ctx): Promise<CaseCtx> => ({ ...ctx, calendar: await workCalendar(ctx.db) });
