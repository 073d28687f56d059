import { cancelCaseMovesRoute, getCaseMovesRoute, startCaseMovesRoute } from '@saubac/contract/cases';
import { type Bulk, cancelBulk, getBulk, startBulk } from '@saubac/services/inbox';
import { once, refuse } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const shown = ({ id, move, state, items }: Bulk) => ({
  id, move, state, items: items.map(({ case: of, outcome }) => ({ case: of, to: outcome !== null && 'to' in outcome ? outcome.to : null, refused: outcome !== null && 'refused' in outcome ? outcome.refused : null })),
});

export const bulkMoveRoutes = tenantRoutes((app) => {
  app.openapi(startCaseMovesRoute, async (c) => {
    const input = c.req.valid('json');
    const started = await once(c, input, (ctx) => startBulk(ctx, input));
    return started.ok ? c.answer(started.value, 202) : refuse(c, started.failure);
  });
  app.openapi(getCaseMovesRoute, async (c) => {
    const found = await getBulk(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(shown(found.value), 200) : refuse(c, found.failure);
  });
  app.openapi(cancelCaseMovesRoute, async (c) => {
    const stopped = await cancelBulk(c.var.ctx, c.req.valid('param').id);
    return stopped.ok ? c.answer(shown(stopped.value), 200) : refuse(c, stopped.failure);
  });
});
