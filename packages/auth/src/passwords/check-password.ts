import { fail, ok, type Result } from '@saubac/domain/values';
import { commonPasswords } from './common-passwords.ts';

/** Why a password is not taken. Lengths are in characters. */
export type PasswordFault =
  | { kind: 'password-too-short'; least: number }
  | { kind: 'password-too-long'; most: number }
  | { kind: 'password-too-common' }
  | { kind: 'password-is-email' };

export const leastLength = 10;
// Long enough for any sentence; short enough that hashing one costs no more than hashing another.
export const mostLength = 200;

/** A password as it is hashed: composed, because keyboards send the same letter in two ways. */
export const composed = (password: string): string => password.normalize('NFC');

const isOneCharacterRepeated = (text: string): boolean => new Set(text).size <= 2;

/**
 * Whether a password may be set for an account: at least ten characters, none of those that are tried first, not the account's address or
 * its first part. Nothing is asked of the kinds of characters: that makes passwords worse.
 */
export const checkPassword = (password: string, email: string): Result<string, PasswordFault> => {
  const text = composed(password);
  const { length } = [...text];
  if (length < leastLength) return fail({ kind: 'password-too-short', least: leastLength });
  if (length > mostLength) return fail({ kind: 'password-too-long', most: mostLength });
  const small = text.toLowerCase().trim();
  if (commonPasswords.has(small) || isOneCharacterRepeated(small)) return fail({ kind: 'password-too-common' });
  const address = composed(email).toLowerCase();
  if (small === address || small === address.split('@')[0]) return fail({ kind: 'password-is-email' });
  return ok(text);
};
