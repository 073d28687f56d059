import { ownerOfToken, replaceUserToken, type AccountActor, type Credentials, type PlatformTx, type TokenPurpose } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import type { Mail, MailTemplate } from '../mail/index.ts';
import { digestOf, isToken, newToken } from '../tokens/index.ts';

/** A link that opens an account once. After the `#` nothing is sent to a server, so no log holds the token. */
export type Link = { link: string; hours: number; expiresAt: Date };

const lifeOf = ({ rules }: Auth, purpose: TokenPurpose): number => (purpose === 'invitation' ? rules.invitationMs : rules.resetMs);

/** Makes a link, in the place of those for the same purpose. */
export const makeLink = async (auth: Auth, tx: PlatformTx, { user, purpose, now }: { user: UserId; purpose: TokenPurpose; now: Date }): Promise<Link> => {
  const token = newToken();
  const life = lifeOf(auth, purpose);
  const expiresAt = new Date(now.getTime() + life);
  await replaceUserToken(tx, { digest: digestOf(token), user, purpose, now, expiresAt });
  return { link: `${auth.rules.publicUrl}/${purpose}#${token}`, hours: Math.round(life / 3_600_000), expiresAt };
};

/** Whose token it is; undefined for one that was used, has expired or never was. */
export const ownerOfLink = async (auth: Auth, token: string, purpose: TokenPurpose, now: Date): Promise<UserId | undefined> =>
  isToken(token) ? ownerOfToken(auth.sql, digestOf(token), purpose, now) : undefined;

type Receiver = Pick<Credentials, 'email' | 'displayName' | 'locale'>;

/** The mail with a link in it. */
export const linkMail = ({ email, displayName, locale }: Receiver, template: MailTemplate, { link, hours }: Link, more: Mail['params'] = {}): Mail => ({
  to: email,
  locale,
  template,
  params: { name: displayName, link, hours: String(hours), ...more },
});

/** Who acts by a link: its owner, not signed in. */
export const holderOf = (user: UserId): AccountActor => ({ id: user, label: 'link' });
