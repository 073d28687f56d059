import type { WorkCalendar } from '@saubac/domain/calendar';
import type { CaseCtx } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';

/** The days on which the offices of the tenant work: Monday to Friday. */
export const calendarOf = async (_ctx: Ctx): Promise<WorkCalendar> => Promise.resolve({ off: new Set(), worked: new Set() });

/** The context with which cases are moved. */
export const withCalendar = async (ctx: Ctx): Promise<CaseCtx> => ({ ...ctx, calendar: await calendarOf(ctx) });
