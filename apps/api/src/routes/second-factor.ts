import { beginEnrolment, confirmEnrolment, removeSecondFactor, renewRecoveryCodes } from '@saubac/auth/second-factor';
import { beginSecondFactorRoute, confirmSecondFactorRoute, removeSecondFactorRoute, renewRecoveryCodesRoute } from '@saubac/contract/account';
import type { Context } from 'hono';
import { handBack, refuse } from '../answers/index.ts';
import type { SignedInEnv } from '../env.ts';
import { platformRoutes, raw } from './frame.ts';

const own = (c: Context<SignedInEnv>) => ({ visitor: c.var.visitor, address: c.var.address, now: c.var.installation.now() });

export const secondFactorRoutes = platformRoutes((app) => {
  app.openapi(beginSecondFactorRoute, async (c) => {
    const begun = await beginEnrolment(c.var.installation.auth, { ...own(c), password: c.req.valid('json').password });
    return begun.ok ? c.answer(begun.value, 200) : refuse(c, begun.failure);
  });
  app.openapi(confirmSecondFactorRoute, async (c) => {
    const enrolled = await confirmEnrolment(c.var.installation.auth, { ...own(c), code: c.req.valid('json').code });
    if (!enrolled.ok) return refuse(c, enrolled.failure);
    const { recoveryCodes, session } = enrolled.value;
    return c.answer({ ...handBack(c, session), recoveryCodes }, 200);
  });
  app.openapi(removeSecondFactorRoute, async (c) => {
    const removed = await removeSecondFactor(c.var.installation.auth, { ...own(c), password: c.req.valid('json').password });
    return removed.ok ? raw(c.body(null, 204)) : refuse(c, removed.failure);
  });
  app.openapi(renewRecoveryCodesRoute, async (c) => {
    const renewed = await renewRecoveryCodes(c.var.installation.auth, { ...own(c), password: c.req.valid('json').password });
    return renewed.ok ? c.answer({ recoveryCodes: renewed.value }, 200) : refuse(c, renewed.failure);
  });
});
