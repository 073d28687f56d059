import { acceptInvitation, askForReset, completeReset } from '@saubac/auth/accounts';
import { acceptInvitationRoute, askForResetRoute, completeResetRoute } from '@saubac/contract/sign-in';
import { refuse } from '../answers/index.ts';
import { openRoutes } from './frame.ts';

export const linkRoutes = openRoutes()
  .openapi(acceptInvitationRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const accepted = await acceptInvitation(auth, { ...c.req.valid('json'), address: c.var.address, now: now() });
    return accepted.ok ? c.json({ email: accepted.value.email }, 200) : refuse(c, accepted.failure);
  })
  .openapi(askForResetRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const asked = await askForReset(auth, { email: c.req.valid('json').email, address: c.var.address, now: now() });
    return asked.ok ? c.body(null, 202) : refuse(c, asked.failure);
  })
  .openapi(completeResetRoute, async (c) => {
    const { auth, now } = c.var.installation;
    const completed = await completeReset(auth, { ...c.req.valid('json'), address: c.var.address, now: now() });
    return completed.ok ? c.json({ email: completed.value.email }, 200) : refuse(c, completed.failure);
  });
