import { cancelCaseMovesRoute, getCaseMovesRoute, listCaseMovesRoute, startCaseMovesRoute } from '@saubac/contract/cases';
import { type Bulk, type BulkLine, cancelBulk, getBulk, listBulks, startBulk } from '@saubac/services/inbox';
import { once, refuse, saidOf } from '../answers/index.ts';
import { conditionsOf } from './case-refused.ts';
import { tenantRoutes } from './frame.ts';

const item = ({ case: of, called, to, refused }: BulkLine) => ({
  case: of, title: called?.title ?? null, person: called?.person ?? null, to,
  refused: refused && { code: refused.kind, text: saidOf(refused), reasons: conditionsOf(refused) },
});

const shown = ({ items, ...bulk }: Bulk) => ({ ...bulk, items: items.map(item) });

export const bulkMoveRoutes = tenantRoutes((app) => {
  app.openapi(startCaseMovesRoute, async (c) => {
    const input = c.req.valid('json');
    const started = await once(c, input, (ctx) => startBulk(ctx, input));
    return started.ok ? c.answer(started.value, 202) : refuse(c, started.failure);
  });
  app.openapi(listCaseMovesRoute, async (c) => c.answer({ items: await listBulks(c.var.ctx) }, 200));
  app.openapi(getCaseMovesRoute, async (c) => {
    const found = await getBulk(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(shown(found.value), 200) : refuse(c, found.failure);
  });
  app.openapi(cancelCaseMovesRoute, async (c) => {
    const stopped = await cancelBulk(c.var.ctx, c.req.valid('param').id);
    return stopped.ok ? c.answer(shown(stopped.value), 200) : refuse(c, stopped.failure);
  });
});
