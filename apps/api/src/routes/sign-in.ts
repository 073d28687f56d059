import { passSecondFactorRoute, signInRoute, signOutRoute } from '@saubac/contract/sign-in';
import { signInWithPassword, type SignInFailure } from '@saubac/auth/passwords';
import { passSecondFactor } from '@saubac/auth/second-factor';
import { clientOf, handBack, handOver, refuse } from '../answers/index.ts';
import { takeCookie } from '../middleware/session-cookie.ts';
import { endOwnSession } from './end-own-session.ts';
import { openRoutes, platformRoutes, raw } from './frame.ts';

/** Of a closed account is told that it is closed, and not whom an invitation would have met. */
const told = (failure: SignInFailure) => (failure.kind === 'account-disabled' ? ({ kind: 'account-not-active' } as const) : failure);

export const signInRoutes = openRoutes((app) => {
  app.openapi(signInRoute, async (c) => {
    const { email, password, answer } = c.req.valid('json');
    const { auth, now } = c.var.installation;
    const signedIn = await signInWithPassword(auth, { email, password, client: clientOf(c), now: now() });
    if (!signedIn.ok) return refuse(c, told(signedIn.failure));
    // The cookie is about to be replaced: nobody could end the session any more that it stood for.
    if (answer === 'cookie' && c.var.byCookie) await endOwnSession(c);
    return c.answer({ next: signedIn.value.next, ...handOver(c, signedIn.value, answer) }, 200);
  });
});

export const sessionRoutes = platformRoutes((app) => {
  app.openapi(passSecondFactorRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const passed = await passSecondFactor(auth, { visitor: c.var.visitor, code: c.req.valid('json').code, address: c.var.address, now: now() });
    if (!passed.ok) return refuse(c, passed.failure);
    const { recoveryCodesLeft } = passed.value;
    return c.answer({ ...handBack(c, passed.value), ...(recoveryCodesLeft === undefined ? {} : { recoveryCodesLeft }) }, 200);
  });
  app.openapi(signOutRoute, async (c) => {
    await endOwnSession(c);
    if (c.var.byCookie) takeCookie(c);
    return raw(c.body(null, 204));
  });
});
