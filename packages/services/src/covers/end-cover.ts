import { type Cover, endCover as ended, findCover } from '@saubac/db/covers';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { doerOf } from '../cases/index.ts';
import { type Ctx, permit } from '../context/index.ts';

export type EndCoverFailure = Forbidden | { kind: 'unknown-cover' };

const isOf = ({ covered, covering, setBy }: Cover, user: string | null): boolean => user !== null && [covered, covering, setBy].includes(user as never);

/** Ends a cover at once: either of the two does, who set it, and whoever manages users. */
export const endCover = async (ctx: Ctx, id: string): Promise<Result<null, EndCoverFailure>> =>
  ctx.write<Result<null, EndCoverFailure>>(async (tx, record) => {
    const found = await findCover(tx, id, true);
    if (!found || found.ended) return fail({ kind: 'unknown-cover' });
    // To others it is as unknown as one that does not exist.
    if (!isOf(found, ctx.actor.id) && !permit(ctx, 'user.manage').ok) return fail({ kind: 'unknown-cover' });
    await ended(tx, id, doerOf(ctx));
    await record({ act: 'cover.ended', subject: { kind: 'cover', id }, before: { covered: found.covered, covering: found.covering, from: found.from, to: found.to } });
    return ok(null);
  });
