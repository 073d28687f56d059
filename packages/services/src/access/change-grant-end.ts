import { findGrant, type NamedGrant, takeTurn } from '@saubac/db/access';
import { type Forbidden, type GrantId, type MayGrantFailure, permitted, scopeContains } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type Result, type UserId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { giverIn, scoped } from './scoped-grants.ts';
import { type Changing, endNow, isOver, type NewEnd, setEnds, type WithActiveUsers } from './set-ends.ts';
import { endAfter, type ShownGrant, shownGrant } from './shown-grant.ts';

/** `of`: whose grant it is taken for; `version`: the one the caller saw. Without them it may be anybody's, and whatever stands is changed. */
export type OnGrant = WithActiveUsers & { grant: GrantId; of?: UserId | undefined; version?: number | undefined };

export type ChangeGrantFailure =
  | Forbidden
  | MayGrantFailure
  | { kind: 'unknown-grant' }
  | { kind: 'grant-ended'; to: string }
  | { kind: 'grant-ends-before-it-begins'; from: IsoDate; lastDay: IsoDate }
  | { kind: 'last-administrator' }
  | { kind: 'changed-meanwhile'; yours: { lastDay: IsoDate | null; version: number }; current: ShownGrant };


/** Whoever may not manage users sees his own grants only; who manages some units, those within them besides. */
const seen = async ({ tx, ctx }: Changing, grant: NamedGrant | undefined): Promise<Result<NamedGrant, ChangeGrantFailure>> => {
  const scope = permitted(ctx.access, 'user.manage');
  if (grant && grant.user === ctx.actor.id) return ok(grant);
  if (!scope.ok) return scope;
  if (!grant) return fail({ kind: 'unknown-grant' });
  if (scope.value.kind === 'everything') return ok(grant);
  const { topology } = await giverIn(tx, ctx, [grant]);
  return scopeContains(topology, scope.value, scoped(topology, grant).scope, ctx.today) ? ok(grant) : fail({ kind: 'unknown-grant' });
};


const changing = (ctx: Ctx, { grant: id, of, version, activeUsers }: OnGrant, changeOf: (grant: NamedGrant) => Result<Omit<NewEnd, 'grant'>, ChangeGrantFailure>, lastDay: IsoDate | null, why: string | undefined) =>
  ctx.write(async (tx, record): Promise<Result<ShownGrant, ChangeGrantFailure>> => {
    await takeTurn(tx);
    const there = await findGrant(tx, id);
    const found = await seen({ tx, record, ctx }, of === undefined || there?.user === of ? there : undefined);
    if (!found.ok) return found;
    const grant = found.value;
    if (version !== undefined && version !== grant.version) return fail({ kind: 'changed-meanwhile', yours: { lastDay, version }, current: shownGrant(grant, ctx.today) });
    const change = changeOf(grant);
    if (!change.ok) return change;
    if (change.value.to === grant.to) return ok(shownGrant(grant, ctx.today));
    const set = await setEnds({ tx, record, ctx }, [{ grant, ...change.value }], activeUsers);
    return set.ok ? ok(set.value[0] ?? shownGrant(grant, ctx.today)) : set;
  }, why);

/** Takes a grant back: it is gone at once. Done again it changes nothing. Everybody may give up what he holds himself. */
export const endGrant = (ctx: Ctx, input: OnGrant, why?: string): Promise<Result<ShownGrant, ChangeGrantFailure>> =>
  changing(ctx, input, (grant) => ok(isOver(grant, ctx.today) ? { to: grant.to, act: 'grant.ended' } : endNow(grant, ctx.today)), ctx.today, why);

/** Changes the last day of a grant that holds or is to come; none: it has no end. What has ended is given anew. */
export const changeGrantEnd = (ctx: Ctx, { lastDay, ...input }: OnGrant & { lastDay: IsoDate | null }, why?: string): Promise<Result<ShownGrant, ChangeGrantFailure>> =>
  changing(
    ctx,
    input,
    (grant) => {
      if (isOver(grant, ctx.today)) return fail({ kind: 'grant-ended', to: grant.to });
      if (lastDay !== null && (lastDay < grant.from || lastDay < ctx.today)) return fail({ kind: 'grant-ends-before-it-begins', from: grant.from > ctx.today ? grant.from : ctx.today, lastDay });
      return ok({ to: endAfter(lastDay), act: 'grant.changed' });
    },
    lastDay,
    why,
  );
