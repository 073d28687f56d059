import { exchangeNumbers, findPerson, type Identity, savePerson } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { checkIdNumber, type IdNumberTaken, takenMeanwhile } from './create-person.ts';
import { cleanIdentity, identityFacts, type IdentityProblem } from './identity-input.ts';
import { type Edit, type EditFailure, type InHand, type Saved, withPerson } from './person-in-hand.ts';

/** What is to change of who somebody is; what is absent stays. */
export type PersonChange = Edit & { identity: { [Field in keyof Identity]?: Identity[Field] | undefined } };

export type UpdatePersonFailure = EditFailure<PersonChange> | IdentityProblem | IdNumberTaken;

const given = (change: PersonChange['identity']): Partial<Identity> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

// Whoever may not read a number would otherwise learn it by trying, or replace it unseen.
const mayChangeNumber = async (ctx: Ctx, { tx }: InHand, { person }: Edit): Promise<Result<null, Forbidden>> => {
  const scope = permit(ctx, 'person.read-id-number');
  if (!scope.ok) return scope;
  return (await findPerson(tx, scope.value, person, ctx.today)) ? ok(null) : fail({ kind: 'forbidden', permission: 'person.read-id-number' });
};

const changedFacts = (before: Identity, after: Identity): { before: Record<string, unknown>; after: Record<string, unknown> } => {
  const [old, fresh] = [identityFacts(before), identityFacts(after)];
  const changed = Object.keys(old).filter((field) => old[field] !== fresh[field]);
  const only = (facts: Record<string, unknown>) => Object.fromEntries(changed.map((field) => [field, facts[field]]));
  return { before: only(old), after: only(fresh) };
};

/** Corrects who somebody is. These fields have no history: what stood there before is in the audit alone. */
export const updatePerson = (ctx: Ctx, change: PersonChange): Promise<Result<Saved, UpdatePersonFailure>> =>
  withPerson<PersonChange, UpdatePersonFailure>(ctx, change, async (hand) => {
    const { tx, record, held } = hand;
    if (change.identity.idNumber !== undefined) {
      const allowed = await mayChangeNumber(ctx, hand, change);
      if (!allowed.ok) return allowed;
    }
    const identity = cleanIdentity({ ...held.identity, ...given(change.identity) }, ctx.today);
    if (!identity.ok) return identity;
    const { before, after } = changedFacts(held.identity, identity.value);
    if (Object.keys(after).length === 0) return ok({ id: change.person, version: held.version });
    if ('id_number' in after) {
      const free = await checkIdNumber(ctx, tx, identity.value.idNumber, change.person);
      if (!free.ok) return free;
      await exchangeNumbers(tx, change.person, { before: held.identity.idNumber, after: identity.value.idNumber });
    }
    const version = await savePerson(tx, change.person, identity.value);
    await record({ act: 'person.changed', subject: { kind: 'person', id: change.person }, before, after });
    return ok({ id: change.person, version });
  }).catch(takenMeanwhile);
