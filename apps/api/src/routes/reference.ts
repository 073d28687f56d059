import { referenceRoute } from '@saubac/contract/reference';
import { reference } from '@saubac/services/reference';
import { refuse } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

export const referenceRoutes = tenantRoutes((app) => {
  app.openapi(referenceRoute, async (c) => {
    const lists = await reference(c.var.ctx);
    return lists.ok ? c.answer(lists.value, 200) : refuse(c, lists.failure);
  });
});
