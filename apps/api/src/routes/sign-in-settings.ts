import type { SignInSettings } from '@saubac/auth/settings';
import { changeSignInSettingsRoute, showSignInSettingsRoute } from '@saubac/contract/sign-in';
import { changeSignIn, showSignIn } from '@saubac/services/sign-in';
import type { Context } from 'hono';
import { etagOf, refuse, versionOf } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';
import { tenantRoutes } from './frame.ts';
import { callbackOf } from './single-sign-on.ts';

const shown = (c: Context<TenantEnv>, { secondFactorRequired, connection, version }: SignInSettings) => ({
  secondFactorRequired,
  singleSignOn: connection && { ...connection, emailDomains: [...connection.emailDomains] },
  callback: callbackOf(c.var.installation.auth.rules.publicUrl),
  version,
});

export const signInSettingsRoutes = tenantRoutes((app) => {
  app.openapi(showSignInSettingsRoute, async (c) => {
    const settings = await showSignIn(c.var.ctx, c.var.installation.auth);
    return settings.ok ? c.answer(shown(c, settings.value), 200, { etag: etagOf(settings.value.version) }) : refuse(c, settings.failure);
  });
  app.openapi(changeSignInSettingsRoute, async (c) => {
    const { why, singleSignOn, secondFactorRequired } = c.req.valid('json');
    const changed = await changeSignIn(c.var.ctx, c.var.installation.auth, { secondFactorRequired, connection: singleSignOn, version: versionOf(c.req.valid('header')['if-match']) }, why);
    if (changed.ok) return c.answer(shown(c, changed.value), 200, { etag: etagOf(changed.value.version) });
    const { failure } = changed;
    return refuse(c, failure.kind === 'changed-meanwhile' ? { ...failure, yours: { secondFactorRequired, singleSignOn: singleSignOn && { ...singleSignOn, clientSecret: undefined } }, current: shown(c, failure.current) } : failure);
  });
});
