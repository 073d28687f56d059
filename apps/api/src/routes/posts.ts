import { getPostRoute, listPostsRoute } from '@saubac/contract/posts';
import type { CataloguePost } from '@saubac/db/posts';
import { getPost, listPosts } from '@saubac/services/posts';
import { z } from 'zod';
import { readCursor, refuse, writeCursor } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';
import { shownDays } from './people-shown.ts';

const place = z.strictObject({ code: z.string().max(200).regex(/^[^\0]*$/) });

const shown = ({ standards, ...it }: CataloguePost) => ({ ...it, standards: standards.map(shownDays) });

export const postRoutes = tenantRoutes((app) => {
  app.openapi(listPostsRoute, async (c) => {
    const { after, search, ...asked } = c.req.valid('query');
    const from = readCursor(place, after);
    if (!from.ok) return refuse(c, from.failure);
    const page = await listPosts(c.var.ctx, { ...asked, text: search, after: from.value?.code });
    if (!page.ok) return refuse(c, page.failure);
    const { posts, next } = page.value;
    return c.answer({ items: posts.map(shown), next: writeCursor(next === null ? null : { code: next }) }, 200);
  });
  app.openapi(getPostRoute, async (c) => {
    const found = await getPost(c.var.ctx, { post: c.req.valid('param').post });
    return found.ok ? c.answer(shown(found.value), 200) : refuse(c, found.failure);
  });
});
