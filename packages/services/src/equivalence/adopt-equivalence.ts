import { rewriteCertificateLevels, type RewrittenLevels, saveSettings, settingsAndVersion, takeLevels } from '@saubac/db/levels';
import { rehearse } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { equivalenceChanged } from '@saubac/domain/levels';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { pastRefusal, type PastRefusal } from '../levels/index.ts';
import { type EquivalenceEffect, rehearseChange, type RehearsalFailure } from './rehearsal.ts';
import { rehearsedOf, type SimulateInput } from './simulate-equivalence.ts';

/** The change as it was simulated, with the digest that was seen. `correct`: it says how it always was, and so changes days gone; that needs a reason. */
export type AdoptInput = SimulateInput & { digest: string; correct?: boolean | undefined; why?: string | undefined };

/** What the change did, and the version of the settings now. */
export type AdoptedEquivalence = EquivalenceEffect & { levels: RewrittenLevels; version: number };

export type AdoptFailure =
  | Forbidden
  | RehearsalFailure
  | PastRefusal
  /** The simulation that was seen no longer holds; `digest` is that of what the change would do now. */
  | { kind: 'simulation-outdated'; digest: string };

const acts = { adopt: 'equivalence.adopted', end: 'equivalence.ended', validity: 'equivalence.validity-changed' } as const;

/**
 * Makes a simulated change hold, in one audited act, if it would still do what the simulation said: while the levels are taken, so that no
 * certificate changes in between, it is tried out once more and compared.
 */
export const adoptEquivalence = async (ctx: Ctx, { digest, correct, why, ...input }: AdoptInput): Promise<Result<AdoptedEquivalence, AdoptFailure>> => {
  const scope = permitWhole(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  const people = permitWhole(ctx, 'person.read');
  if (!people.ok) return people;
  const rehearsed = rehearsedOf(input, ctx.today);
  return ctx.write<Result<AdoptedEquivalence, AdoptFailure>>(async (tx, record) => {
    await takeLevels(tx);
    const found = await rehearse(tx, (inside) => rehearseChange(ctx, inside, rehearsed, { after: null, limit: 1 }));
    if (!found.ok) return found;
    const { effect, before, after } = found.value;
    const past = pastRefusal(before, after, { correct, why }, ctx.today);
    if (past) return fail(past);
    if (effect.digest !== digest) return fail({ kind: 'simulation-outdated', digest: effect.digest });
    const { change } = rehearsed;
    const changed = equivalenceChanged(before, change);
    if (!changed.ok) return changed;
    await saveSettings(tx, after);
    const { types } = changed.value;
    const levels = types.length > 0 ? await rewriteCertificateLevels(tx, { types }) : { certificates: 0, written: 0, removed: 0, people: 0 };
    const parts = ({ adoptions, validity }: typeof before) => (change.act === 'validity' ? { validity: validity.filter((it) => it.type === change.type) } : { adoptions });
    await record({ act: acts[change.act], subject: { kind: 'settings' }, before: parts(before), after: { ...parts(after), people: effect.people, moves: effect.moves, digest } });
    return ok({ ...effect, levels, version: (await settingsAndVersion(tx)).version });
  }, why?.trim() || undefined);
};
