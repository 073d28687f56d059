import { createHmac } from 'node:crypto';
import { createUser, emailKeyOf } from '@saubac/auth/accounts';
import type { Auth } from '@saubac/auth/context';
import { listGrants } from '@saubac/db/access';
import { findAccountByEmail } from '@saubac/db/accounts';
import { secretsIn, type Cluster } from '@saubac/db/cluster';
import type { Role } from '@saubac/domain/access';
import { everything, ok, type Result, type UserId } from '@saubac/domain/values';
import { listUnits } from '@saubac/db/units';
import type { Words } from '@saubac/i18n';
import { giveGrant } from '@saubac/services/access';
import type { Ctx } from '@saubac/services/context';
import { accountsOf } from '../../frame/accounts.ts';
import { dataDirOf } from '../../frame/installation.ts';
import { inTenant, operator, type UnknownTenant } from '../../frame/tenant-context.ts';
import { demoPlaces } from './demo-places.ts';
import type { DemoTenant } from './demo-tenant.ts';

/** An account to try the product with, and where its role reaches: a unit by its code, or (null) the whole tenant. */
export type DemoAccount = { email: string; role: Role; unit: string | null };

const wholeTenant: readonly Role[] = ['home-affairs-head', 'home-affairs-officer', 'committee-approver', 'education', 'foreign-affairs', 'auditor', 'operator'];

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * The password of all demo accounts: another one in each installation, the same at every start. It follows from the installation's secret, so
 * it stands in no file.
 */
export const demoPassword = (env: Readonly<Record<string, string | undefined>>): string => {
  const digest = createHmac('sha256', secretsIn(dataDirOf(env), env['SAUBAC_KEY']).key.bytes).update('demo accounts').digest();
  const text = [...digest.subarray(0, 16)].map((byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
};

/** Such addresses belong to nobody: the ending is kept for examples. */
const addressOf = (role: Role, slug: string): string => `${role}@${slug}.example`;

const wanted = async (ctx: Ctx, slug: string): Promise<DemoAccount[]> => {
  const units = await listUnits(ctx.db, everything, ctx.today, undefined);
  const { agency, commune } = demoPlaces(units);
  const finance = units.find((it) => it.field === 'finance' && it.tier === 'province')?.code;
  const account = (role: Role, unit: string | null): DemoAccount => ({ email: addressOf(role, slug), role, unit });
  return [
    ...wholeTenant.map((role) => account(role, null)),
    ...(finance === undefined ? [] : [account('finance', finance)]),
    ...(agency === undefined ? [] : [account('agency-head', agency), account('agency-officer', agency)]),
    ...(commune === undefined ? [] : [account('commune-officer', commune)]),
  ];
};

/** Makes the account if it is not there, and gives it its role if it was never given any: what somebody changed since stays changed. */
const ensure = async (ctx: Ctx, auth: Auth, words: Words, password: string, { email, role, unit }: DemoAccount): Promise<void> => {
  const known = await findAccountByEmail(auth.sql, emailKeyOf(email));
  const user = known?.id ?? (await made(ctx, auth, words, password, email, role));
  if ((await listGrants(ctx.db, [user])).length > 0) return;
  const given = await giveGrant(ctx, { user, role, unit });
  if (!given.ok) throw new Error(`A demo account was refused its role: ${given.failure.kind}.`);
};

const made = async (ctx: Ctx, auth: Auth, words: Words, password: string, email: string, role: Role): Promise<UserId> => {
  // The screens speak Vietnamese first, whatever the terminal speaks; each account may choose otherwise.
  const created = await createUser(auth, { email, displayName: words.named('roles', role), locale: 'vi', password, tenant: ctx.tenant.id, by: operator, now: ctx.now() });
  if (!created.ok) throw new Error(`A demo account was refused: ${created.failure.kind}.`);
  return created.value.account.id;
};

/** Sees to it that a sample tenant has its accounts to try it with. Done at every start, it changes nothing that is there. */
export const ensureDemoAccounts = (cluster: Cluster, words: Words, { slug }: Pick<DemoTenant, 'slug'>, password: string): Promise<Result<DemoAccount[], UnknownTenant>> =>
  inTenant(cluster, slug, async (ctx) => {
    const accounts = await wanted(ctx, slug);
    const auth = accountsOf(cluster);
    for (const account of accounts) await ensure(ctx, auth, words, password, account);
    return ok(accounts);
  });
