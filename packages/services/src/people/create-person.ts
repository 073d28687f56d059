import { uuidV7 } from '@saubac/db/audit';
import { differingRows, holderOfIdNumber, type Identity, insertPerson, isTaken, saveCareer } from '@saubac/db/people';
import type { TenantTx } from '@saubac/db/tenancy';
import { type Forbidden, permitted } from '@saubac/domain/access';
import { type Career, startPost } from '@saubac/domain/people';
import { fail, ok, type PersonId, type Result, subtreesOf } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { cleanIdentity, identityFacts, type IdentityProblem } from './identity-input.ts';
import type { Saved } from './person-in-hand.ts';
import { checkPlace, endAfter, type PlaceProblem, postingOf, type PostInput, type StatedDays } from './post-input.ts';
import { type CareerProblem, toldRefusal } from './refusals.ts';

export type NewPerson = { identity: Identity; main: PostInput & StatedDays; why?: string | undefined };

/** The number belongs to somebody already; who it is, is told only to those who may see him. */
export type IdNumberTaken = { kind: 'id-number-taken'; person: PersonId | null };

export type CreatePersonFailure = Forbidden | IdentityProblem | IdNumberTaken | PlaceProblem | CareerProblem;

const bare: Career = { main: [], concurrent: [], planned: [], training: [] };

/** Refuses a number that somebody else has, and names him to those who may see him. */
export const checkIdNumber = async (ctx: Ctx, tx: TenantTx, idNumber: string | null, self?: PersonId): Promise<Result<null, IdNumberTaken>> => {
  if (idNumber === null) return ok(null);
  const seen = permitted(ctx.access, 'person.read');
  const holder = await holderOfIdNumber(tx, idNumber, seen.ok ? seen.value : subtreesOf([]), ctx.today);
  return holder && holder.id !== self ? fail({ kind: 'id-number-taken', person: holder.seen ? holder.id : null }) : ok(null);
};

/** The refusal where somebody else took the number in this very moment; any other fault goes on. */
export const takenMeanwhile = (error: unknown): { ok: false; failure: IdNumberTaken } => {
  if (isTaken(error, 'id-number')) return fail({ kind: 'id-number-taken', person: null });
  throw error;
};

/** Adds a person with his main post, in a unit of the caller's scope. Refused if somebody has his identification number already. */
export const createPerson = async (ctx: Ctx, { identity: given, main, why }: NewPerson): Promise<Result<Saved, CreatePersonFailure>> => {
  const scope = permit(ctx, 'person.edit');
  if (!scope.ok) return scope;
  const identity = cleanIdentity(given, ctx.today);
  if (!identity.ok) return identity;
  const { from, lastDay, ...post } = main;
  const place = { unit: post.unit, post: post.post, from, to: endAfter(lastDay) };
  const career = startPost(bare, { main: true, from, to: place.to, value: postingOf(post) }, uuidV7());
  if (!career.ok) return toldRefusal(career.failure);
  const created = ctx.write<Result<Saved, CreatePersonFailure>>(async (tx, record) => {
    for (const check of [await checkPlace(tx, scope.value, place, ctx.today), await checkIdNumber(ctx, tx, identity.value.idNumber)]) if (!check.ok) return check;
    const id = uuidV7() as PersonId;
    await insertPerson(tx, id, identity.value);
    const version = await saveCareer(tx, id, bare, career.value);
    await record({ act: 'person.added', subject: { kind: 'person', id }, after: { ...identityFacts(identity.value), posts: differingRows(career.value, bare).main } });
    return ok({ id, version });
  }, why);
  return created.catch(takenMeanwhile);
};
