import { disableUser, enableUser, resetLinkFor } from '@saubac/auth/accounts';
import { setPassword } from '@saubac/auth/passwords';
import { resetSecondFactor } from '@saubac/auth/second-factor';
import { endAllSessions, listSessions, type ListedSession } from '@saubac/auth/sessions';
import { listAccounts, listMemberships, type Account } from '@saubac/db/accounts';
import { fail, ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { removeUser } from '@saubac/services/access';
import { accountAt, withAccounts, type Accounts } from '../frame/accounts.ts';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { locales } from '../frame/locale.ts';
import { choiceOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { inTenant, operator } from '../frame/tenant-context.ts';
import { addUser, type AddOptions } from './user-add.ts';

type OnAccount = (accounts: Accounts, account: Account, how: { user: Account['id']; by: typeof operator; now: Date }) => Promise<Outcome>;

/** Does something with the account of an address. */
const onAccount = ({ env }: Frame, email: string, work: OnAccount): Promise<Outcome> =>
  withAccounts(env, async (accounts) => {
    const account = await accountAt(accounts.cluster, email);
    return account.ok ? work(accounts, account.value, { user: account.value.id, by: operator, now: new Date() }) : account;
  });

const listed = async ({ auth }: Accounts, { email, displayName, status, locale, secondFactorAt, id }: Account) => {
  const memberships = await listMemberships(auth.sql, id);
  return { email, name: displayName, status, locale, secondFactor: secondFactorAt !== null, tenants: memberships.filter((it) => it.status === 'active').map((it) => it.slug) };
};

const list = async (accounts: Accounts, words: Words, slug: string | undefined): Promise<Outcome> => {
  const tenant = slug === undefined ? undefined : await accounts.cluster.findTenant(slug);
  if (slug !== undefined && !tenant) return fail({ kind: 'unknown-tenant', slug });
  const found = await listAccounts(accounts.auth.sql, { tenant: tenant?.id ?? null, limit: 100_000 });
  const rows: Awaited<ReturnType<typeof listed>>[] = [];
  for (const account of found) rows.push(await listed(accounts, account));
  const headings = (['email', 'name', 'status', 'secondFactor', 'tenants'] as const).map((it) => ({ heading: words.t(`users.${it}`) }));
  const lines = rows.map((it) => [it.email, it.name, words.t(`users.status-${it.status}`), it.secondFactor ? words.t('users.yes') : '', it.tenants.join(', ')]);
  return ok({ json: rows, text: rows.length === 0 ? words.t('users.none') : table(headings, lines) });
};

const setStatus = (frame: Frame, email: string, to: 'disabled' | 'enabled'): Promise<Outcome> =>
  onAccount(frame, email, async ({ auth }, account, how) => {
    const changed = await (to === 'disabled' ? disableUser : enableUser)(auth, how);
    return changed.ok ? ok({ json: { email: account.email, status: changed.value.status }, text: frame.words.t(`users.${to}`, { email: account.email }) }) : changed;
  });

/** Takes all roles of an account in a tenant back and closes its door there; one that was not open stays closed. */
const leave = (frame: Frame, email: string, slug: string): Promise<Outcome> =>
  onAccount(frame, email, ({ auth, cluster }, account) =>
    inTenant(cluster, slug, async (ctx): Promise<Outcome> => {
      const removed = await removeUser(ctx, auth, account.id);
      if (!removed.ok && removed.failure.kind !== 'unknown-user') return removed;
      return ok({ json: { email: account.email, tenant: ctx.tenant.slug, changed: removed.ok }, text: frame.words.t('users.left', { email: account.email, slug: ctx.tenant.slug }) });
    }),
  );

const resetPassword = async (frame: Frame, email: string, fromInput: boolean): Promise<Outcome> => {
  const { words } = frame;
  const password = fromInput ? await frame.readPassword() : ok(null);
  if (!password.ok) return password;
  return onAccount(frame, email, async ({ auth }, account, how) => {
    if (password.value !== null) {
      const set = await setPassword(auth, { ...how, password: password.value });
      return set.ok ? ok({ json: { email: account.email }, text: words.t('users.passwordSet', { email: account.email }) }) : set;
    }
    const made = await resetLinkFor(auth, how);
    if (!made.ok) return made;
    const { link, hours, expiresAt } = made.value;
    return ok({ json: { email: account.email, link, expiresAt }, text: words.t('users.link', { link, hours }) });
  });
};

const removeSecondFactor = (frame: Frame, email: string): Promise<Outcome> =>
  onAccount(frame, email, async ({ auth }, account, how) => {
    const removed = await resetSecondFactor(auth, how);
    return removed.ok ? ok({ json: { email: account.email }, text: frame.words.t('users.secondFactorRemoved', { email: account.email }) }) : removed;
  });

const sessionTable = (words: Words, sessions: readonly ListedSession[]): string =>
  table(
    (['since', 'lastSeen', 'network', 'device'] as const).map((it) => ({ heading: words.t(`users.${it}`) })),
    sessions.map((it) => [it.createdAt.toISOString(), it.lastSeenAt.toISOString(), it.network ?? '', it.userAgent ?? '']),
  );

const sessions = (frame: Frame, email: string, end: boolean): Promise<Outcome> =>
  onAccount(frame, email, async ({ auth }, account, how) => {
    if (end) {
      const ended = await endAllSessions(auth, how);
      return ok({ json: { email: account.email, ended }, text: frame.words.t('users.sessionsEnded', { count: ended }) });
    }
    const open = await listSessions(auth, account.id, how.now);
    return ok({ json: open, text: open.length === 0 ? frame.words.t('users.noSessions') : sessionTable(frame.words, open) });
  });

export const userCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const user = program.command('user').description(words.t('users.about'));
  const onEmail = (name: string, about: string) => user.command(name).description(about).argument('<email>', words.t('users.emailArgument'));
  onEmail('add', words.t('users.addAbout'))
    .requiredOption('--name <text>', words.t('users.nameOption'))
    .option('--tenant <slug>', words.t('users.tenantOption'))
    .addOption(choiceOption(words, '--locale <code>', words.t('users.localeOption'), locales))
    .option('--password-stdin', words.t('users.passwordOption'))
    .action(action((email: string, options: AddOptions) => addUser(frame, email, options)));
  user
    .command('list')
    .description(words.t('users.listAbout'))
    .option('--tenant <slug>', words.t('users.tenantOption'))
    .action(action(({ tenant }: { tenant?: string }) => withAccounts(env, (accounts) => list(accounts, words, tenant))));
  onEmail('disable', words.t('users.disableAbout')).action(action((email: string) => setStatus(frame, email, 'disabled')));
  onEmail('enable', words.t('users.enableAbout')).action(action((email: string) => setStatus(frame, email, 'enabled')));
  onEmail('leave', words.t('users.leaveAbout'))
    .requiredOption('--tenant <slug>', words.t('users.tenantOption'))
    .action(action((email: string, { tenant }: { tenant: string }) => leave(frame, email, tenant)));
  onEmail('reset-password', words.t('users.resetPasswordAbout'))
    .option('--password-stdin', words.t('users.newPasswordOption'))
    .action(action((email: string, { passwordStdin = false }: { passwordStdin?: boolean }) => resetPassword(frame, email, passwordStdin)));
  onEmail('reset-second-factor', words.t('users.resetSecondFactorAbout')).action(action((email: string) => removeSecondFactor(frame, email)));
  onEmail('sessions', words.t('users.sessionsAbout'))
    .option('--end', words.t('users.endOption'))
    .action(action((email: string, { end = false }: { end?: boolean }) => sessions(frame, email, end)));
};
