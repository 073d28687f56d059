import { isIdNumber, isWellBuilt } from './id-number.ts';
import { type CellMend, mend } from './mend.ts';

/** Why a number can't be taken: digits lost for good, zeros that may be missing, the nine digits of the old identity card, or anything else. */
export type IdNumberProblem = 'id-number-lost-digits' | 'id-number-lost-zeros' | 'old-id-number' | 'not-an-id-number';
export type IdNumberReading = { text: string; mends: CellMend[] } | { problem: IdNumberProblem };

const fullLength = 12;
const signs = /[ .-]/g;
// Signs part a number into groups. What stands alone behind a point is a fraction.
const parted = /^['\u2018\u2019`]?\d{2,}(?:[ .-]\d{3,})*$/;
const scientific = /^\d(?:[.,]\d*)?e\+?\d{1,2}$/i;
// Six digits are what a spreadsheet shows of a long number: the others became zeros.
const rounded = /^\d{1,7}0{5,}$/;

const fromDigits = (typed: string, digits: string, asNumber: boolean): IdNumberReading => {
  if (asNumber && digits.length >= 10 && digits.length <= fullLength && rounded.test(digits)) return { problem: 'id-number-lost-digits' };
  if (digits.length === fullLength) return { text: digits, mends: digits === typed ? [] : [mend('id-number-signs', typed, digits)] };
  if (digits.length === 9) return { problem: 'old-id-number' };
  // What still begins with a zero has lost none: a digit is missing elsewhere.
  if (digits.length > fullLength || digits.length < 9 || digits.startsWith('0')) return { problem: 'not-an-id-number' };
  const padded = digits.padStart(fullLength, '0');
  return isWellBuilt(padded) ? { text: padded, mends: [mend('id-number-zeros', typed, padded)] } : { problem: 'id-number-lost-zeros' };
};

/**
 * Reads an identification number. Zeros lost at its beginning come back where the number is then one that can be issued; digits that a
 * spreadsheet has rounded away are never guessed.
 */
export const readIdNumber = (typed: string, asNumber: boolean): IdNumberReading => {
  if (!asNumber && isIdNumber(typed)) return { text: typed, mends: [] };
  if (scientific.test(typed)) return { problem: 'id-number-lost-digits' };
  if (!(asNumber ? /^\d+$/ : parted).test(typed)) return { problem: 'not-an-id-number' };
  return fromDigits(typed, typed.replace(/\D/g, ''), asNumber);
};

/** Whether a number that lost digits may be a whole one: as much as is left of it stands there too. */
export const mayBe = (lost: string, idNumber: string): boolean => {
  const plain = lost.replace(signs, (sign) => (sign === '.' ? '.' : '')).replace(',', '.');
  const value = Number(plain);
  if (!Number.isFinite(value) || value <= 0) return false;
  const left = scientific.test(plain) ? plain.toLowerCase().split('e')[0]!.replace('.', '').length : plain.replace(/0+$/, '').length;
  return Math.abs(Number(idNumber) - value) <= 10 ** (Math.floor(Math.log10(value)) - left + 1) / 2;
};
