import { listNoticesRoute, readNoticesRoute } from '@saubac/contract/notices';
import { listNotices, markNoticesRead } from '@saubac/services/notices';
import { tenantRoutes } from './frame.ts';

export const noticeRoutes = tenantRoutes((app) => {
  app.openapi(listNoticesRoute, async (c) => {
    const { unread, limit } = c.req.valid('query');
    return c.answer(await listNotices(c.var.ctx, { unread: unread === 'true', limit }), 200);
  });
  app.openapi(readNoticesRoute, async (c) => {
    await markNoticesRead(c.var.ctx, c.req.valid('json').ids ?? 'all');
    return c.answer({ unread: (await listNotices(c.var.ctx, { limit: 0 })).unread }, 200);
  });
});
