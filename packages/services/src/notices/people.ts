import { heldRoles, listGrants } from '@saubac/db/access';
import { coversOn } from '@saubac/db/covers';
import { grantHoldsOn, type Role } from '@saubac/domain/access';
import type { UserId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { getCase } from '../cases/index.ts';
import { caseKinds } from '../inbox/index.ts';

/** The verbs as somebody of the tenant would use them today: what he may see and do decides what he is told. */
export const ctxOfUser = async (ctx: Ctx, user: UserId): Promise<Ctx> => ({ ...ctx, actor: { id: user, label: 'notices' }, access: { kind: 'granted', held: await heldRoles(ctx.db, user, ctx.today) } });

/** Everybody who holds a role today, and who covers for somebody. */
export const everybody = async (ctx: Ctx): Promise<{ user: UserId; roles: ReadonlySet<Role> }[]> => {
  const held = Map.groupBy((await listGrants(ctx.db, 'all')).filter((it) => grantHoldsOn(it, ctx.today)), (it) => it.user);
  const roles = new Map([...held].map(([user, grants]) => [user, new Set(grants.map((it) => it.role))]));
  for (const { covered, covering } of await coversOn(ctx.db, ctx.today)) roles.set(covering, new Set([...(roles.get(covering) ?? []), ...(roles.get(covered) ?? [])]));
  return [...roles].map(([user, them]) => ({ user, roles: them }));
};

/** Whether a case waits for somebody: he could take a move now that is not only its author's own. */
export const waitsFor = async (ctx: Ctx, user: UserId, id: string, workflow: string): Promise<boolean> => {
  const own = await ctxOfUser(ctx, user);
  const kind = caseKinds(own).find((it) => it.workflow.id === workflow);
  const view = kind && (await getCase(own, kind, id));
  if (!view?.ok) return false;
  const { structure, moves } = view.value;
  return moves.some((it) => structure.moves.find((one) => one.name === it.move)?.by !== 'opener');
};
