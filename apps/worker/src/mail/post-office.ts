import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createWords } from '@saubac/i18n';
import { createTransport } from 'nodemailer';
import type { ComposedMail } from './compose-mail.ts';

/** How mails go out: by SMTP, or into files where no server is given, so that whoever tries the product out can read them. */
export type MailSettings = { smtpUrl?: string | undefined; from?: string | undefined; folder: string };

/** A mail on its way. `key` becomes its Message-ID: a mailbox that gets it twice can tell. */
export type OutgoingMail = ComposedMail & { key: string; to: string };

export type PostOffice = { send: (mail: OutgoingMail) => Promise<void>; close: () => void };

const usualFrom = 'no-reply@saubac.invalid';

/** Whom mails are from when MAIL_FROM is not given: the account of the server, if it is an address. */
const fromOf = ({ from, smtpUrl }: MailSettings): string => {
  const account = decodeURIComponent((smtpUrl && URL.parse(smtpUrl)?.username) || '');
  return from ?? (account.includes('@') ? account : usualFrom);
};

/** A server that says nothing for so long is given up; less than a job may take. */
const silenceMs = 20_000;

const messageOf = (from: string, { key, to, subject, text }: OutgoingMail) => ({
  from: from.includes('<') ? from : { name: createWords('vi').t('product.name'), address: from },
  to,
  subject,
  text,
  messageId: `<${key}@${/@([\w.-]+)/.exec(from)?.[1] ?? 'saubac.invalid'}>`,
  // Keeps holiday replies away.
  headers: { 'Auto-Submitted': 'auto-generated' },
});

const bySmtp = (url: string, from: string): PostOffice => {
  const transport = createTransport({ url, connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs });
  return {
    send: async (mail) => {
      await transport.sendMail(messageOf(from, mail));
    },
    close: () => transport.close(),
  };
};

const intoFiles = (folder: string, from: string): PostOffice => {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(from, mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${mail.key}.eml`);
      await writeFile(`${file}.new`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.new`, file);
    },
    close: () => transport.close(),
  };
};

/** The way mails go out. */
export const openPostOffice = (settings: MailSettings): PostOffice =>
  settings.smtpUrl ? bySmtp(settings.smtpUrl, fromOf(settings)) : intoFiles(settings.folder, fromOf(settings));
