import { setTimeout as wait } from 'node:timers/promises';
import { credentialsByEmail, credentialsOf, recordAccountEvent, type AccountActor } from '@saubac/db/accounts';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import type { TooManyAttempts } from '../throttle/index.ts';
import { emailKeyOf } from './email.ts';
import { inviteAgain } from './invite-user.ts';
import { linkMail, makeLink, type Link } from './links.ts';

export type AskForReset = { email: string; address: string | null; now: Date };

const answerAsk = async (auth: Auth, emailKey: string, now: Date): Promise<void> => {
  const found = await credentialsByEmail(auth.sql, emailKey);
  await auth.sql.begin(async (tx) => {
    await recordAccountEvent(tx, { act: 'password.reset-asked', at: now, by: { id: null, label: 'visitor' }, user: found?.id ?? null });
    if (found?.status === 'active') await auth.sendMail(linkMail(found, 'reset', await makeLink(auth, tx, { user: found.id, purpose: 'reset', now })), tx);
    if (found?.status === 'invited') await inviteAgain(auth, tx, found, now);
  });
};

/**
 * Sends a link by which a forgotten password is set anew; the invitation once more to one who has not accepted his. The answer says
 * nothing of whether the address has an account, and takes the same time.
 */
export const askForReset = async (auth: Auth, { email, address, now }: AskForReset): Promise<Result<null, TooManyAttempts>> => {
  const emailKey = emailKeyOf(email);
  const attempt = await auth.throttle.attempt('reset', { account: emailKey, address });
  if (!attempt.ok) return attempt;
  await Promise.all([answerAsk(auth, emailKey, now), wait(auth.rules.evenAnswerMs)]);
  return ok(null);
};

/** A link of a reset for the operator to hand over, where no mail goes out. None for an account that is disabled or was never entered. */
export const resetLinkFor = async (auth: Auth, { user, by, now }: { user: UserId; by: AccountActor; now: Date }): Promise<Result<Link, { kind: 'unknown-account' } | { kind: 'account-not-active' }>> => {
  const found = await credentialsOf(auth.sql, user);
  if (!found) return fail({ kind: 'unknown-account' });
  if (found.status === 'disabled') return fail({ kind: 'account-not-active' });
  const purpose = found.status === 'invited' ? 'invitation' : 'reset';
  const made = await auth.sql.begin(async (tx) => {
    await recordAccountEvent(tx, { act: purpose === 'reset' ? 'password.reset-asked' : 'account.invited', at: now, by, user });
    return { link: await makeLink(auth, tx, { user, purpose, now }) };
  });
  return ok((made as { link: Link }).link);
};
