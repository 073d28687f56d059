import { forgetRememberedNameRoute, listRememberedNamesRoute, setRememberedNameRoute } from '@saubac/contract/remembered-names';
import { forgetRememberedName, listRememberedNames, setRememberedName } from '@saubac/services/roster';
import { z } from 'zod';
import { once, readCursor, refuse, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const idCursor = z.strictObject({ id: z.guid() });

export const rememberedNameRoutes = tenantRoutes((app) => {
  app.openapi(listRememberedNamesRoute, async (c) => {
    const { after, limit } = c.req.valid('query');
    const place = readCursor(idCursor, after);
    if (!place.ok) return refuse(c, place.failure);
    const page = await listRememberedNames(c.var.ctx, { after: place.value?.id ?? null, limit });
    if (!page.ok) return refuse(c, page.failure);
    return c.answer({ items: page.value.names, next: writeCursor(page.value.next === null ? null : { id: page.value.next }) }, 200);
  });
  app.openapi(setRememberedNameRoute, async (c) => {
    const input = c.req.valid('json');
    const set = await once(c, input, (ctx) => setRememberedName(ctx, input));
    return set.ok ? c.answer(set.value, 201) : refuse(c, set.failure);
  });
  app.openapi(forgetRememberedNameRoute, async (c) => {
    const forgotten = await forgetRememberedName(c.var.ctx, { id: c.req.valid('param').id });
    return forgotten.ok ? c.answer(forgotten.value, 200) : refuse(c, forgotten.failure);
  });
});
