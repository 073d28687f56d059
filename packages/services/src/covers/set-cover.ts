import { listGrants } from '@saubac/db/access';
import { isMember, type PlatformDb } from '@saubac/db/accounts';
import { type Cover, findCover, insertCover } from '@saubac/db/covers';
import { type Forbidden, grantHoldsOn, mayGrant, type MayGrantFailure } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type Result, type UserId } from '@saubac/domain/values';
import { checkCover, type CoverRefusal } from '@saubac/domain/workflow';

import { giverIn, scoped } from '../access/scoped-grants.ts';
import { doerOf } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';

/** Who is to cover for whom; without `covered`, for the caller himself. */
export type CoverInput = { covered?: UserId | undefined; covering: UserId; from: IsoDate; to: IsoDate; reason: string };

export type SetCoverFailure = Forbidden | MayGrantFailure | CoverRefusal | { kind: 'unknown-user' };

/** Whether the caller may hand on the roles of somebody else for some days: as if he gave each of them, and never to himself. */
const maySetFor = async (ctx: Ctx, covered: UserId, covering: UserId): Promise<Result<null, Forbidden | MayGrantFailure>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  const held = (await listGrants(ctx.db, [covered])).filter((it) => grantHoldsOn(it, ctx.today));
  const { giver, topology } = await giverIn(ctx.db, ctx, held);
  for (const grant of held) {
    const may = mayGrant(topology, giver, { ...scoped(topology, grant), user: covering }, ctx.today);
    if (!may.ok) return may;
  }
  return ok(null);
};

/**
 * Lets somebody stand in for somebody else from a day to a day: he takes moves of cases with the other's roles, in his place. Everybody may
 * ask another to stand in for him; for others, whoever may give all their roles.
 */
export const setCover = async (ctx: Ctx, sql: PlatformDb, { covered = ctx.actor.id ?? undefined, covering, from, to, reason }: CoverInput): Promise<Result<Cover, SetCoverFailure>> => {
  if (covered === undefined) return fail({ kind: 'unknown-user' });
  const may = covered === ctx.actor.id ? ok(null) : await maySetFor(ctx, covered, covering);
  if (!may.ok) return may;
  const good = checkCover({ covered, covering, from, to }, ctx.today);
  if (!good.ok) return good;
  for (const user of [covered, covering]) if (!(await isMember(sql, user, ctx.tenant.id))) return fail({ kind: 'unknown-user' });
  return ctx.write<Result<Cover, SetCoverFailure>>(async (tx, record) => {
    const id = await insertCover(tx, { covered, covering, from, to, reason }, doerOf(ctx));
    await record({ act: 'cover.set', subject: { kind: 'cover', id }, after: { covered, covering, from, to } });
    const kept = await findCover(tx, id);
    return kept ? ok(kept) : fail({ kind: 'unknown-user' });
  }, reason);
};
