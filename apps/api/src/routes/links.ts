import { acceptInvitation, askForReset, completeReset } from '@saubac/auth/accounts';
import { acceptInvitationRoute, askForResetRoute, completeResetRoute } from '@saubac/contract/sign-in';
import { refuse } from '../answers/index.ts';
import { openRoutes, raw } from './frame.ts';

export const linkRoutes = openRoutes((app) => {
  app.openapi(acceptInvitationRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const accepted = await acceptInvitation(auth, { ...c.req.valid('json'), address: c.var.address, now: now() });
    return accepted.ok ? c.answer({ email: accepted.value.email }, 200) : refuse(c, accepted.failure);
  });
  app.openapi(askForResetRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const asked = await askForReset(auth, { email: c.req.valid('json').email, address: c.var.address, now: now() });
    return asked.ok ? raw(c.body(null, 202)) : refuse(c, asked.failure);
  });
  app.openapi(completeResetRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const completed = await completeReset(auth, { ...c.req.valid('json'), address: c.var.address, now: now() });
    return completed.ok ? c.answer({ email: completed.value.email }, 200) : refuse(c, completed.failure);
  });
});
