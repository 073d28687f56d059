import { type CataloguePost, findPosts, postOf } from '@saubac/db/posts';
import type { Forbidden } from '@saubac/domain/access';
import { searchedWords } from '@saubac/domain/people';
import { fail, isUuid, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** A page of the catalogue of posts; `next` is the code after which the following one begins. */
export type PostsPage = { posts: CataloguePost[]; next: string | null };

/** The posts of the catalogue, by parts of their names (accents or none) or the beginning of their code, with the levels they require on a day. */
export const listPosts = async (
  ctx: Ctx,
  { text, on = ctx.today, after = null, limit = 50 }: { text?: string | undefined; on?: IsoDate | undefined; after?: string | null | undefined; limit?: number | undefined },
): Promise<Result<PostsPage, Forbidden>> => {
  const allowed = permit(ctx, 'catalogue.read');
  if (!allowed.ok) return allowed;
  const code = text?.trim() || undefined;
  const found = await findPosts(ctx.db, { on, words: searchedWords(code ?? ''), code, after, limit: limit + 1 });
  const posts = found.slice(0, limit);
  return ok({ posts, next: found.length > limit ? (posts.at(-1)?.code ?? null) : null });
};

/** A post of the catalogue by its code or id, with what it requires and required on all days. */
export const getPost = async (ctx: Ctx, { post }: { post: string }): Promise<Result<CataloguePost, Forbidden | { kind: 'unknown-post'; post: string }>> => {
  const allowed = permit(ctx, 'catalogue.read');
  if (!allowed.ok) return allowed;
  const found = await postOf(ctx.db, isUuid(post) ? { id: post } : { code: post });
  return found ? ok(found) : fail({ kind: 'unknown-post', post });
};
