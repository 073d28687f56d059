import { getCaseRoute, listInboxRoute, moveCaseRoute } from '@saubac/contract/cases';
import { getWholeCase, listInbox, moveWholeCase } from '@saubac/services/inbox';
import { etagOf, refuse, versionOf } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

export const caseRoutes = tenantRoutes((app) => {
  app.openapi(listInboxRoute, async (c) => {
    const { kind, late } = c.req.valid('query');
    const inbox = await listInbox(c.var.ctx, { kind, late: late === 'true' });
    return inbox.ok ? c.answer(inbox.value, 200) : refuse(c, inbox.failure);
  });
  app.openapi(getCaseRoute, async (c) => {
    const it = await getWholeCase(c.var.ctx, c.req.valid('param').id);
    return it.ok ? c.answer(it.value, 200, { etag: etagOf(it.value.version) }) : refuse(c, it.failure);
  });
  app.openapi(moveCaseRoute, async (c) => {
    const moved = await moveWholeCase(c.var.ctx, { case: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return moved.ok ? c.answer(moved.value, 200, { etag: etagOf(moved.value.version) }) : refuse(c, moved.failure);
  });
});
