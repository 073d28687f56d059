import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const folder = (): string => process.env['E2E_MAILS'] ?? '';

/** The text of a mail as it went out: lines that were broken for the way are whole again. */
const textOf = (raw: string): string => {
  const [head = '', ...body] = raw.split(/\r?\n\r?\n/);
  const encoded = body.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(encoded, 'base64').toString('utf8');
  return encoded.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
};

const mailsTo = (address: string): string[] =>
  existsSync(folder())
    ? readdirSync(folder())
        .filter((it) => it.endsWith('.eml'))
        .map((it) => readFileSync(join(folder(), it), 'utf8'))
        .filter((it) => it.includes(address))
        .map(textOf)
    : [];

/** The path of the link that somebody was sent by mail, once the mail has gone out. */
export const linkMailedTo = async (address: string, path: string): Promise<string> => {
  let link = '';
  await expect
    .poll(() => {
      link = mailsTo(address).map((it) => new RegExp(`https?://[^\\s/]+(${path}\\S*)`).exec(it)?.[1] ?? '').find((it) => it !== '') ?? '';
      return link;
    })
    .not.toBe('');
  return link;
};
