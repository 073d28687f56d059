import type { PlatformTx } from '@saubac/db/accounts';
import type { Locale } from '@saubac/domain/values';

/** The mails that accounts give rise to. Their words stand in the catalogues of whoever sends them. */
export type MailTemplate = 'invitation' | 'added-to-tenant' | 'reset' | 'password-changed' | 'second-factor-changed';

/**
 * A mail that is to be sent. `params` are put into the words of the template: `name` always; `link` in `invitation` and `reset`, which
 * opens an account and so belongs into no log and is not kept after sending; `hours` until the link expires.
 */
export type Mail = { to: string; locale: Locale; template: MailTemplate; params: Readonly<Record<string, string>> };

/** Queues a mail in the transaction that gives rise to it, so that neither is there without the other. */
export type SendMail = (mail: Mail, tx: PlatformTx) => Promise<void>;
