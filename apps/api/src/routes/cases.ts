import { getCaseRoute, listInboxRoute, moveCaseRoute } from '@saubac/contract/cases';
import { displayNames } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import { type CaseShown, getWholeCase, listInbox, moveWholeCase, type WholeCase } from '@saubac/services/inbox';
import type { Context } from 'hono';
import { etagOf, refuse, versionOf } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';
import { faultsOfGuards } from './case-refused.ts';
import { tenantRoutes } from './frame.ts';

type Named = Pick<CaseShown, 'moves'> & Partial<Pick<WholeCase, 'history'>>;

/** Cases in which whoever was or would be covered for is called by his name. */
const withNames = async <Item extends Named>(c: Context<TenantEnv>, items: readonly Item[]) => {
  const users = items.flatMap(({ moves, history = [] }) => [...moves, ...history].flatMap((it) => it.coveredFor ?? []));
  const names = await displayNames(c.var.installation.auth.sql, users);
  const named = <It extends { coveredFor: UserId | null }>(it: It) => ({ ...it, coveredFor: it.coveredFor && (names.get(it.coveredFor) ?? '–') });
  return items.map((it) => ({ ...it, moves: it.moves.map(named), history: (it.history ?? []).map(named) }));
};

const whole = async (c: Context<TenantEnv>, it: WholeCase) => {
  const [one] = await withNames(c, [it]);
  if (!one) throw new Error('One case is shown as one.');
  return { ...it, ...one };
};

export const caseRoutes = tenantRoutes((app) => {
  app.openapi(listInboxRoute, async (c) => {
    const { kind, late, only } = c.req.valid('query');
    const { items, ...inbox } = await listInbox(c.var.ctx, { kind, late: late === 'true', only });
    return c.answer({ ...inbox, items: (await withNames(c, items)).map(({ history: _, ...it }) => it) }, 200);
  });
  app.openapi(getCaseRoute, async (c) => {
    const it = await getWholeCase(c.var.ctx, c.req.valid('param').id);
    if (!it.ok) return refuse(c, it.failure);
    const answer = await whole(c, it.value);
    return c.answer(answer, 200, { etag: etagOf(answer.version, answer) });
  });
  app.openapi(moveCaseRoute, async (c) => {
    const moved = await moveWholeCase(c.var.ctx, { case: c.req.valid('param').id, version: versionOf(c.req.valid('header')['if-match']), ...c.req.valid('json') });
    return moved.ok ? c.answer(await whole(c, moved.value), 200, { etag: etagOf(moved.value.version) }) : refuse(c, moved.failure, faultsOfGuards(moved.failure));
  });
});
