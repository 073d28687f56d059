import { listUnitsRoute } from '@saubac/contract/units';
import { listUnits } from '@saubac/services/units';
import { refuse } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

export const unitRoutes = tenantRoutes((app) => {
  app.openapi(listUnitsRoute, async (c) => {
    const { ctx } = c.var;
    const { on = ctx.today, below } = c.req.valid('query');
    const units = await listUnits(ctx, { on, unit: below });
    return units.ok ? c.answer({ on, items: units.value }, 200) : refuse(c, units.failure);
  });
});
