import type { Record } from '@saubac/db/audit';
import type { TenantTx } from '@saubac/db/tenancy';
import { fail, type Result } from '@saubac/domain/values';
import type { CaseCtx } from '../../cases/index.ts';
import type { Ctx } from '../../context/index.ts';

// Leaves the transaction with everything undone, carrying why.
class Undone extends Error {
  readonly failure: unknown;
  constructor(failure: unknown) {
    super('undone');
    this.failure = failure;
  }
}

/** A case moves within a write of its subject: whatever moves it writes into the same transaction. */
const inside = (ctx: Ctx, tx: TenantTx, record: Record, write: Pick<Ctx, 'write'>['write']): CaseCtx =>
  // No holidays are known here yet: Monday to Friday.
  ({ ...ctx, db: tx as unknown as Ctx['db'], write, calendar: { off: new Set(), worked: new Set() } });

/** A write of several steps, some of them moves of a case: all of it, or, where one is refused, nothing. */
export const wholeWrite = async <T, F>(ctx: Ctx, work: (tx: TenantTx, record: Record, within: CaseCtx) => Promise<Result<T, F>>, why?: string): Promise<Result<T, F>> => {
  try {
    return await ctx.write(async (tx, record, alongside) => {
      const outcome = await work(tx, record, inside(ctx, tx, record, (step) => step(tx, record, alongside)));
      if (!outcome.ok) throw new Undone(outcome.failure);
      return outcome;
    }, why);
  } catch (cause) {
    if (cause instanceof Undone) return fail(cause.failure as F);
    throw cause;
  }
};
