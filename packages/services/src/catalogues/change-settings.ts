import type { Record } from '@saubac/db/audit';
import { levelReference, type PeopleChanged, peopleChangedByAdoption, rewriteCertificateLevels, type RewrittenLevels, saveSettings, settingsInForce, takeLevels } from '@saubac/db/levels';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { changedSettings, checkSettings, holdsOn, type SettingsChange, type SettingsFailure, type TenantSettings, typesTouched } from '@saubac/domain/levels';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { pastRefusal, type PastRefusal } from '../levels/index.ts';

/** How a change is meant. `correct`: it says how it always was, and so changes days gone; that needs a reason. `dryRun`: nothing is kept, the answer is the same. */
export type Intention = { correct?: boolean | undefined; why?: string | undefined; dryRun?: boolean | undefined };

/** What a change did: to levels as they are written, and to people's levels by the tables adopted, on the day from which it matters (today, or a later one). */
export type SettingsEffect = { on: IsoDate; levels: RewrittenLevels; people: PeopleChanged };

export type ChangeSettingsFailure =
  | Forbidden
  | { kind: 'settings-have-problems'; problems: SettingsFailure[] }
  | PastRefusal;

// Leaves the transaction with everything undone, carrying what would have been.
class DryRun extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super('dry run');
    this.outcome = outcome;
  }
}

const adoptedOn = ({ adoptions }: TenantSettings, on: IsoDate): string[] => adoptions.filter((it) => holdsOn({ from: it.validFrom, to: it.validTo }, on)).map((it) => it.table);

/** The first day from today on which the change makes a difference. */
const dayOf = (change: SettingsChange, today: IsoDate): IsoDate => {
  const day = change.act === 'end' && change.validTo !== 'infinity' ? change.validTo : change.act === 'add' || change.act === 'remove' ? change.row.validFrom : today;
  return day > today ? day : today;
};

const problemsOf = async (tx: TenantTx, after: TenantSettings): Promise<SettingsFailure[]> => {
  const { tables, types } = await levelReference(tx);
  return checkSettings(after, { tables, types: new Set(types.keys()) });
};

type Done<F> = { change: SettingsChange; after: (tx: TenantTx, record: Record) => Promise<void> } | { refused: F };

/**
 * Changes one row of the tenant's settings with all its consequences in one transaction: checks, levels, audit. `plan` looks at what is
 * kept, while nobody else can change it, and says what to change and how to record it.
 */
export const changeSettings = async <T, F extends { kind: string }>(
  ctx: Ctx,
  intention: Intention,
  plan: (tx: TenantTx, settings: TenantSettings) => Promise<Done<F>>,
  result: (tx: TenantTx) => Promise<T>,
): Promise<Result<{ row: T; effect: SettingsEffect }, ChangeSettingsFailure | F>> => {
  const scope = permitWhole(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  type Answer = Result<{ row: T; effect: SettingsEffect }, ChangeSettingsFailure | F>;
  return ctx
    .write<Answer>(async (tx, record) => {
      await takeLevels(tx);
      const before = await settingsInForce(tx);
      const planned = await plan(tx, before);
      if ('refused' in planned) return fail(planned.refused);
      const after = changedSettings(before, planned.change);
      const problems = await problemsOf(tx, after);
      if (problems.length > 0) return fail({ kind: 'settings-have-problems', problems });
      const past = pastRefusal(before, after, intention, ctx.today);
      if (past) return fail(past);
      const on = dayOf(planned.change, ctx.today);
      const people = await peopleChangedByAdoption(tx, { on, before: adoptedOn(before, on), after: adoptedOn(after, on) });
      await saveSettings(tx, after);
      const types = typesTouched(planned.change);
      const levels = types.length > 0 ? await rewriteCertificateLevels(tx, { types }) : { certificates: 0, written: 0, removed: 0, people: 0 };
      const answer = ok({ row: await result(tx), effect: { on, levels, people } });
      if (intention.dryRun) throw new DryRun(answer);
      await planned.after(tx, record);
      return answer;
    }, intention.why?.trim() || undefined)
    .catch((error: unknown) => {
      if (error instanceof DryRun) return error.outcome as Answer;
      throw error;
    });
};
