import { getUnitRoute, listUnitsRoute, searchUnitsRoute, unitDaysRoute, unitTreeRoute } from '@saubac/contract/units';
import { getUnit, listUnits, searchUnits, type UnitsPage, unitDays, unitTree } from '@saubac/services/units';
import { z } from 'zod';
import { readCursor, refuse, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';
import { shownDays } from './people-shown.ts';

const place = z.strictObject({ depth: z.int().min(0).max(1_000), path: z.string().max(2_000).regex(/^[^\0]*$/) });

const shownPage = ({ units, next }: UnitsPage) => ({ items: units.map(({ path: _, ...it }) => it), next: writeCursor(next) });

export const unitRoutes = tenantRoutes((app) => {
  app.openapi(listUnitsRoute, async (c) => {
    const { ctx } = c.var;
    const { on = ctx.today, below } = c.req.valid('query');
    const units = await listUnits(ctx, { on, unit: below });
    return units.ok ? c.answer({ on, items: units.value }, 200) : refuse(c, units.failure);
  });
  app.openapi(unitDaysRoute, async (c) => {
    const days = await unitDays(c.var.ctx);
    return days.ok ? c.answer({ items: days.value }, 200) : refuse(c, days.failure);
  });
  app.openapi(getUnitRoute, async (c) => {
    const found = await getUnit(c.var.ctx, { unit: c.req.valid('param').unit, on: c.req.valid('query').on });
    if (!found.ok) return refuse(c, found.failure);
    const { versions, lines, ...unit } = found.value;
    return c.answer({ ...unit, versions: versions.map(shownDays), lines: lines.map(shownDays) }, 200);
  });
  app.openapi(searchUnitsRoute, async (c) => {
    const { after, search, ...asked } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await searchUnits(c.var.ctx, { ...asked, text: search, after: from.value });
    return page.ok ? c.answer(shownPage(page.value), 200) : refuse(c, page.failure);
  });
  app.openapi(unitTreeRoute, async (c) => {
    const { after, parent = null, ...asked } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await unitTree(c.var.ctx, { ...asked, parent, after: from.value });
    return page.ok ? c.answer(shownPage(page.value), 200) : refuse(c, page.failure);
  });
});
