import { deleteLayoutRoute, getLayoutRoute, listLayoutsRoute, renameLayoutRoute } from '@saubac/contract/layouts';
import { deleteSavedLayout, getLayout, listLayouts, renameSavedLayout } from '@saubac/services/layouts';
import { etagOf, refuse, versionOf } from '../answers/index.ts';
import { raw, tenantRoutes } from './frame.ts';

export const importLayoutRoutes = tenantRoutes((app) => {
  app.openapi(listLayoutsRoute, async (c) => {
    const layouts = await listLayouts(c.var.ctx);
    return layouts.ok ? c.answer({ items: layouts.value }, 200) : refuse(c, layouts.failure);
  });
  app.openapi(getLayoutRoute, async (c) => {
    const found = await getLayout(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(found.value, 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(renameLayoutRoute, async (c) => {
    const renamed = await renameSavedLayout(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), name: c.req.valid('json').name });
    return renamed.ok ? c.answer(renamed.value, 200, { etag: etagOf(renamed.value.version) }) : refuse(c, renamed.failure);
  });
  app.openapi(deleteLayoutRoute, async (c) => {
    const gone = await deleteSavedLayout(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']) });
    return gone.ok ? raw(c.body(null, 204)) : refuse(c, gone.failure);
  });
});
