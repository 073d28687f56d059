import { changeProfile } from '@saubac/auth/accounts';
import { changePassword } from '@saubac/auth/passwords';
import { renewSession } from '@saubac/auth/sessions';
import { changeAccountRoute, changePasswordRoute, showAccountRoute } from '@saubac/contract/account';
import { countRecoveryCodes, findAccount, type Account } from '@saubac/db/accounts';
import type { Context } from 'hono';
import { etagOf, handBack, refuse, versionOf } from '../answers/index.ts';
import type { SignedInEnv } from '../env.ts';
import { platformRoutes } from './frame.ts';
import { doorsAmong, membershipsOf, slugAmong } from './tenants.ts';

const shown = async (c: Context<SignedInEnv>, { id, email, displayName: name, locale, hasPassword, secondFactorAt, version }: Account) => {
  const { visitor, installation } = c.var;
  const { secondFactorPassed, throughTenant, expiresAt } = visitor;
  const memberships = await membershipsOf(c);
  return {
    id,
    email,
    name,
    locale,
    hasPassword,
    secondFactor: secondFactorAt && { since: secondFactorAt.toISOString(), recoveryCodesLeft: await countRecoveryCodes(installation.auth.sql, id) },
    session: { secondFactorPassed, throughTenant: slugAmong(memberships, throughTenant), expiresAt: expiresAt.toISOString() },
    tenants: await doorsAmong(c, memberships),
    version,
  };
};

const named = ({ displayName: name, locale, version }: Pick<Account, 'displayName' | 'locale' | 'version'>) => ({ name, locale, version });

export const accountRoutes = platformRoutes((app) => {
  app.openapi(showAccountRoute, async (c) => {
    const account = await findAccount(c.var.installation.auth.sql, c.var.visitor.user);
    if (!account) return refuse(c, { kind: 'no-session' });
    return c.answer(await shown(c, account), 200, { etag: etagOf(account.version) });
  });
  app.openapi(changeAccountRoute, async (c) => {
    const { installation, visitor } = c.var;
    const { auth, now } = installation;
    const { user } = visitor;
    const account = await findAccount(auth.sql, user);
    if (!account) return refuse(c, { kind: 'no-session' });
    const { name: displayName = account.displayName, locale = account.locale } = c.req.valid('json');
    const changed = await changeProfile(auth, { user, displayName, locale, version: versionOf(c.req.valid('header')['if-match']), by: { id: user, label: 'user' }, now: now() });
    if (changed.ok) return c.answer(await shown(c, changed.value), 200, { etag: etagOf(changed.value.version) });
    const { failure } = changed;
    return refuse(c, failure.kind === 'changed-meanwhile' ? { ...failure, yours: named(failure.yours), current: named(failure.current) } : failure);
  });
  app.openapi(changePasswordRoute, async (c) => {
    const { visitor, address } = c.var;
    const { auth, now } = c.var.installation;
    const changed = await changePassword(auth, { visitor, ...c.req.valid('json'), address, now: now() });
    if (!changed.ok) return refuse(c, changed.failure);
    const renewed = await renewSession(auth, { session: visitor.session, now: now() });
    return renewed.ok ? c.answer(handBack(c, renewed.value), 200) : refuse(c, { kind: 'no-session' });
  });
});
