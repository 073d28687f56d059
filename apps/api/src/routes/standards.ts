import { listStandardGapsRoute, requiredOfRoute, standardsRoute } from '@saubac/contract/standards';
import type { PersonId } from '@saubac/domain/values';
import { type GapsPlace, listStandardGaps, requiredOf, standards } from '@saubac/services/standards';
import { z } from 'zod';
import { nameCursor, readCursor, refuse, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const place = z.strictObject({ plan: z.int(), nameSort: nameCursor.shape.nameSort, person: z.guid(), assignment: z.guid(), standard: z.guid() });

export const standardRoutes = tenantRoutes((app) => {
  app.openapi(standardsRoute, async (c) => {
    const { on = c.var.ctx.today, ...question } = c.req.valid('query');
    const report = await standards(c.var.ctx, { on, ...question, limit: 0 });
    return report.ok ? c.answer({ on, items: report.value.units }, 200) : refuse(c, report.failure);
  });
  app.openapi(listStandardGapsRoute, async (c) => {
    const { after, limit, on = c.var.ctx.today, ...question } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listStandardGaps(c.var.ctx, { on, ...question, after: from.value as GapsPlace | null, limit });
    if (!page.ok) return refuse(c, page.failure);
    const { gaps, next } = page.value;
    return c.answer({ items: gaps.map(({ nameSort: _, assignment: __, standard: ___, ...it }) => it), next: writeCursor(next) }, 200);
  });
  app.openapi(requiredOfRoute, async (c) => {
    const { on = c.var.ctx.today } = c.req.valid('query');
    const found = await requiredOf(c.var.ctx, { person: c.req.valid('param').id as PersonId, on });
    return found.ok ? c.answer({ on, items: found.value }, 200) : refuse(c, found.failure);
  });
});
