import { createUser, inviteUser, type CreatedUser, type Link } from '@saubac/auth/accounts';
import type { Tenant } from '@saubac/db/tenancy';
import { fail, ok, type Locale } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { withAccounts, type Accounts } from '../frame/accounts.ts';
import type { Frame, Outcome } from '../frame/frame.ts';
import { operator } from '../frame/tenant-context.ts';

export type AddOptions = { name: string; tenant?: string; locale?: Locale; passwordStdin?: boolean };

type Added = CreatedUser & { link: Link | null };

const told = (words: Words, { account, created, entered, link }: Added, tenant: Tenant | undefined): Outcome => {
  const { email, status } = account;
  const lines = [words.t(created ? 'users.created' : 'users.alreadyThere', { email })];
  if (entered && tenant) lines.push(words.t('users.entered', { slug: tenant.slug }));
  if (link) lines.push(words.t('users.link', { link: link.link, hours: link.hours }));
  return ok({ json: { email, status, created, entered, link: link?.link ?? null }, text: lines.join('\n') });
};

const add = async ({ cluster, auth }: Accounts, words: Words, email: string, { name, tenant: slug, locale }: AddOptions, password: string | null): Promise<Outcome> => {
  const tenant = slug === undefined ? undefined : await cluster.findTenant(slug);
  if (slug !== undefined && !tenant) return fail({ kind: 'unknown-tenant', slug });
  const common = { email, displayName: name, by: operator, now: new Date(), ...(locale ? { locale } : {}) };
  if (password === null) {
    const invited = await inviteUser(auth, { ...common, ...(tenant ? { tenant: { id: tenant.id, name: tenant.name } } : {}) });
    return invited.ok ? told(words, invited.value, tenant) : invited;
  }
  const made = await createUser(auth, { ...common, password, ...(tenant ? { tenant: tenant.id } : {}) });
  return made.ok ? told(words, { ...made.value, link: null }, tenant) : made;
};

/** Makes an account with the password given, or invites its owner; lets it into a tenant either way. */
export const addUser = async (frame: Frame, email: string, options: AddOptions): Promise<Outcome> => {
  const password = options.passwordStdin ? await frame.readPassword() : ok(null);
  return password.ok ? withAccounts(frame.env, (accounts) => add(accounts, frame.words, email, options, password.value)) : password;
};
