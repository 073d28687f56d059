import { createRoute, z } from '@hono/zod-openapi';
import { code, day, id, json, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';

const post = z
  .object({
    id, code: z.string(), name: z.string(), needsLanguage: z.boolean().nullable(), languageTeacher: z.boolean().nullable(), version: z.int(),
    standards: z
      .array(z.object({ language: z.string().nullable().openapi({ description: 'Null: in any language.' }), level: z.int(), from: shownDay, lastDay: shownDay.nullable() }))
      .openapi({ description: 'Levels that the post requires: in the list those of the day, of one post those of all days.' }),
  })
  .openapi('Post');

/** The catalogue of posts. */
export const listPostsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/posts',
  operationId: 'listPosts',
  tags: ['posts'],
  summary: 'Posts of the catalogue by code, with the levels they require',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: {
    params: tenantParams,
    query: pageQuery.extend({ on: day.optional(), search: z.string().max(200).optional().openapi({ description: 'Parts of a name, accents do not matter; or the beginning of a code.' }) }),
  },
  responses: { 200: json(pageOf(post), 'A page of posts'), ...refused() },
});

/** One post. */
export const getPostRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/posts/{post}',
  operationId: 'getPost',
  tags: ['posts'],
  summary: 'A post with what it requires and required, by code or id',
  security: signedIn,
  'x-permission': 'catalogue.read',
  request: { params: tenantParams.extend({ post: code }) },
  responses: { 200: json(post, 'The post'), ...refused() },
});
