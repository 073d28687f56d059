import { endCoverRoute, listCoverCandidatesRoute, listCoversRoute, setCoverRoute } from '@saubac/contract/covers';
import { activeMembers, displayNames } from '@saubac/db/accounts';
import type { Cover } from '@saubac/db/covers';
import { nameSearch } from '@saubac/domain/people';
import type { UserId } from '@saubac/domain/values';
import { endCover, listCovers, setCover } from '@saubac/services/covers';
import type { Context } from 'hono';
import { refuse, words } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';
import { raw, tenantRoutes } from './frame.ts';

const platform = (c: Context<TenantEnv>) => c.var.installation.auth.sql;

const shown = async (c: Context<TenantEnv>, covers: readonly Cover[]) => {
  const names = await displayNames(platform(c), covers.flatMap((it) => [it.covered, it.covering]));
  const user = (id: UserId) => ({ id, name: names.get(id) ?? null });
  return covers.map(({ id, covered, covering, from, to, reason, setLabel }) => ({ id, covered: user(covered), covering: user(covering), from, to, reason, setBy: setLabel }));
};

const mostCandidates = 50;

export const coverRoutes = tenantRoutes((app) => {
  app.openapi(listCoversRoute, async (c) => {
    const found = await listCovers(c.var.ctx, { all: c.req.valid('query').all === 'true' });
    return found.ok ? c.answer({ items: await shown(c, found.value) }, 200) : refuse(c, found.failure);
  });
  app.openapi(listCoverCandidatesRoute, async (c) => {
    const wanted = nameSearch(c.req.valid('query').search ?? '');
    const members = [...(await activeMembers(platform(c), c.var.tenant.id))].filter((it) => it !== c.var.ctx.actor.id);
    const named = [...(await displayNames(platform(c), members))].map(([id, name]) => ({ id, name })).filter((it) => nameSearch(it.name).includes(wanted));
    return c.answer({ items: named.toSorted((a, b) => words.vi.compare(a.name, b.name)).slice(0, mostCandidates) }, 200);
  });
  app.openapi(setCoverRoute, async (c) => {
    const { covered, covering, ...rest } = c.req.valid('json');
    const set = await setCover(c.var.ctx, platform(c), { ...rest, covered: covered as UserId | undefined, covering: covering as UserId });
    if (!set.ok) return refuse(c, set.failure);
    const [one] = await shown(c, [set.value]);
    if (!one) throw new Error('One cover is shown as one.');
    return c.answer(one, 201);
  });
  app.openapi(endCoverRoute, async (c) => {
    const ended = await endCover(c.var.ctx, c.req.valid('param').id);
    return ended.ok ? raw(c.body(null, 204)) : refuse(c, ended.failure);
  });
});
