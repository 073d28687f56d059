import { listNoticesRoute, readNoticesRoute } from '@saubac/contract/notices';
import { listNotices, markNoticesRead, unreadOf } from '@saubac/services/notices';
import { tenantRoutes } from './frame.ts';

export const noticeRoutes = tenantRoutes((app) => {
  app.openapi(listNoticesRoute, async (c) => {
    const { unread, ...page } = c.req.valid('query');
    return c.answer(await listNotices(c.var.ctx, { unread: unread === 'true', ...page }), 200);
  });
  app.openapi(readNoticesRoute, async (c) => {
    await markNoticesRead(c.var.ctx, c.req.valid('json').ids ?? 'all');
    return c.answer({ unread: await unreadOf(c.var.ctx) }, 200);
  });
});
