import { getCaseRoute, listInboxRoute, moveCaseRoute } from '@saubac/contract/cases';
import type { Fault } from '@saubac/contract/problems';
import { getWholeCase, listInbox, moveWholeCase, type MoveWholeFailure } from '@saubac/services/inbox';
import { etagOf, refuse, versionOf } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

/** What a case lacks to be moved so. */
const faultsOfGuards = (failure: MoveWholeFailure): Fault[] | undefined =>
  failure.kind === 'guard-refused' ? failure.words.map((text) => ({ field: 'body.move', code: 'guard-refused', text: { vi: text.vi, en: text.en ?? text.vi } })) : undefined;

export const caseRoutes = tenantRoutes((app) => {
  app.openapi(listInboxRoute, async (c) => {
    const { kind, late } = c.req.valid('query');
    return c.answer(await listInbox(c.var.ctx, { kind, late: late === 'true' }), 200);
  });
  app.openapi(getCaseRoute, async (c) => {
    const it = await getWholeCase(c.var.ctx, c.req.valid('param').id);
    return it.ok ? c.answer(it.value, 200, { etag: etagOf(it.value.version) }) : refuse(c, it.failure);
  });
  app.openapi(moveCaseRoute, async (c) => {
    const moved = await moveWholeCase(c.var.ctx, { case: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return moved.ok ? c.answer(moved.value, 200, { etag: etagOf(moved.value.version) }) : refuse(c, moved.failure, faultsOfGuards(moved.failure));
  });
});
