import { endSessionOf } from '@saubac/auth/sessions';
import type { Context } from 'hono';
import { carriedBy } from '../env.ts';

/** Ends the session of a request, if it has one. */
export const endOwnSession = async (c: Context): Promise<void> => {
  const { visitor, installation } = carriedBy(c);
  if (!visitor) return;
  const { user, session } = visitor;
  await endSessionOf(installation.auth, { user, session, by: { id: user, label: 'user' }, now: installation.now() });
};
