import { Secret, TOTP } from 'otpauth';

const periodMs = 30_000;

// The values every authenticator app knows; others are ignored by some of them without a word.
const totpOf = (secret: string, label = ''): TOTP => new TOTP({ issuer: 'Sau Bac', label, algorithm: 'SHA1', digits: 6, period: periodMs / 1_000, secret: Secret.fromBase32(secret) });

/** A new secret of 160 bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from a QR code. */
export const secretUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/** Whether a text looks like a code of an app, blanks left out. */
export const isTotpCode = (text: string): boolean => /^\d{6}$/.test(text.replaceAll(/\s/g, ''));

/** The step of time (since 1970, 30 seconds each) whose code this is: the present one, the one before or the one after; null if it is none of these. */
export const stepOfCode = (secret: string, code: string, now: Date): number | null => {
  // The library throws at letters that take several bytes.
  if (!isTotpCode(code)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code.replaceAll(/\s/g, ''), timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / periodMs) + delta;
};

/** The code of a moment; for tests and for nobody else. */
export const codeAt = (secret: string, moment: Date): string => totpOf(secret).generate({ timestamp: moment.getTime() });
