import { redirect } from '@tanstack/react-router';
import { Refused } from '../shell/index.ts';

/** Sends to sign in whoever is not signed in, or has still to give his code, and back to where he was going. Other faults go on as they are. */
export const toSignIn = (error: unknown, to: string): never => {
  const code = error instanceof Refused ? error.problem.code : undefined;
  if (code === 'not-signed-in') throw redirect({ to: '/sign-in', search: { to }, replace: true });
  if (code === 'second-factor-needed') throw redirect({ to: '/sign-in', search: { to, step: 'code' }, replace: true });
  throw error;
};
