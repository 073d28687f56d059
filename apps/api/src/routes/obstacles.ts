import { answerObstacleRoute, getObstacleRoute, listConcernedRoute, listObstaclesRoute, raiseObstacleRoute, similarObstaclesRoute } from '@saubac/contract/obstacles';
import { answerObstacle, getObstacle, listConcerned, listObstacles, raiseObstacle, similarObstacles } from '@saubac/services/obstacles';
import { z } from 'zod';
import { etagOf, once, readCursor, refuse, versionOf, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

const place = z.strictObject({ after: z.int().min(0).max(1_000_000) });

export const obstacleRoutes = tenantRoutes((app) => {
  app.openapi(listObstaclesRoute, async (c) => {
    const { after, late, ...asked } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listObstacles(c.var.ctx, { ...asked, late: late === 'true', after: from.value?.after ?? 0 });
    return page.ok ? c.answer({ items: page.value.obstacles, next: writeCursor(page.value.next === null ? null : { after: page.value.next }) }, 200) : refuse(c, page.failure);
  });
  app.openapi(similarObstaclesRoute, async (c) => {
    const alike = await similarObstacles(c.var.ctx, c.req.valid('query').text);
    return alike.ok ? c.answer({ items: alike.value }, 200) : refuse(c, alike.failure);
  });
  app.openapi(listConcernedRoute, async (c) => {
    const found = await listConcerned(c.var.ctx);
    return found.ok ? c.answer({ items: found.value }, 200) : refuse(c, found.failure);
  });
  app.openapi(raiseObstacleRoute, async (c) => {
    const input = c.req.valid('json');
    const raised = await once(c, input, (ctx) => raiseObstacle(ctx, input));
    return raised.ok ? c.answer(raised.value, 201) : refuse(c, raised.failure);
  });
  app.openapi(getObstacleRoute, async (c) => {
    const found = await getObstacle(c.var.ctx, c.req.valid('param').id);
    return found.ok ? c.answer(found.value, 200, { etag: etagOf(found.value.version, found.value) }) : refuse(c, found.failure);
  });
  app.openapi(answerObstacleRoute, async (c) => {
    const answered = await answerObstacle(c.var.ctx, { id: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), answer: c.req.valid('json') });
    return answered.ok ? c.answer(answered.value, 200, { etag: etagOf(answered.value.version) }) : refuse(c, answered.failure);
  });
});
