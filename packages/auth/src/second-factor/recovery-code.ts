import { randomInt } from 'node:crypto';
import type { UserId } from '@saubac/domain/values';
import { digestOf } from '../tokens/index.ts';

// Without letters that are mistaken for digits (i, l, o) and without u, so that no code spells a word.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const length = 16;

const oneCode = (): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)])
    .join('')
    .replaceAll(/(.{4})(?=.)/g, '$1-');

/** Ten codes of 80 bits for somebody who has lost his device, shown once: `h2k4-9xq0-…`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: 10 }, oneCode);

/** A code as it is hashed, however it was typed: capitals, gaps, and letters that look like digits. */
export const plainRecoveryCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1');

/** What is stored of a code: nothing that would tell that two accounts have the same. */
export const recoveryDigest = (user: UserId, code: string): string => digestOf('recovery-code', user, plainRecoveryCode(code));
