import { hasFile, isTaken, lockPerson, saveUser } from '@saubac/db/people';
import type { Forbidden } from '@saubac/domain/access';
import { fail, ok, type PersonId, type Result, type UserId } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import type { Edit, Saved } from './person-in-hand.ts';
import type { ChangedMeanwhile, UnknownPerson } from './refusals.ts';

/** The account whose own file a person's file is to be; null: nobody's. */
export type UserLink = Edit & { user: UserId | null };

export type LinkUserFailure =
  | Forbidden
  | UnknownPerson
  /** The account has a file already. */
  | { kind: 'account-has-file' }
  /** Who gives accounts their files does not give one to himself: he would read a file he may not see. */
  | { kind: 'own-account' }
  | ChangedMeanwhile<{ user: UserId | null; version: number }, { id: PersonId; user: UserId | null; version: number }>;

/** Says which account a person's file belongs to: that account then reads it as its own. */
export const linkUser = async (ctx: Ctx, { person, version, user, why }: UserLink): Promise<Result<Saved, LinkUserFailure>> => {
  const scope = permit(ctx, 'user.manage');
  if (!scope.ok) return scope;
  if (user !== null && user === ctx.actor.id) return fail({ kind: 'own-account' });
  const linked = ctx.write<Result<Saved, LinkUserFailure>>(async (tx, record) => {
    const held = await lockPerson(tx, scope.value, person, ctx.today);
    if (!held) return fail({ kind: 'unknown-person', on: ctx.today });
    if (held.version !== version) return fail({ kind: 'changed-meanwhile', yours: { user, version }, current: { id: person, user: held.user, version: held.version } });
    if (held.user === user) return ok({ id: person, version });
    if (user !== null && (await hasFile(tx, user))) return fail({ kind: 'account-has-file' });
    const saved = await saveUser(tx, person, user);
    await record({ act: user === null ? 'person.account-unlinked' : 'person.account-linked', subject: { kind: 'person', id: person }, before: { user: held.user }, after: { user } });
    return ok({ id: person, version: saved });
  }, why);
  return linked.catch((error: unknown) => {
    if (isTaken(error, 'user')) return fail({ kind: 'account-has-file' });
    throw error;
  });
};
