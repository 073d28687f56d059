/** Whether a text is a personal identification number: twelve digits, nothing else. */
export const isIdNumber = (text: string): boolean => /^\d{12}$/.test(text);

// Circular 59/2021/TT-BCA: the code of the province of birth, a digit for century and sex, the last two digits of the year, six at random.
// The codes are those of the 63 provinces that registered the births.
const provinces = new Set(
  ('001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 ' +
    '080 082 083 084 086 087 089 091 092 093 094 095 096').split(' '),
);

/** Whether a number is built as they are issued: a province that registered births, a century of people alive, a serial that is none of zeros alone. */
export const isWellBuilt = (idNumber: string): boolean => isIdNumber(idNumber) && provinces.has(idNumber.slice(0, 3)) && idNumber[3]! <= '3' && !idNumber.endsWith('00000');

/** Whether a number that says something else of birth and sex can't be his: the fourth digit is even for men, odd for women. Unknown contradicts nothing. */
export const contradicts = (idNumber: string, birth: string | null, sex: string | null): boolean => {
  const digit = Number(idNumber[3]);
  if (sex !== null && (digit % 2 === 1) !== (sex === 'female')) return true;
  return birth !== null && birth.slice(0, 4) !== `${19 + Math.floor(digit / 2)}${idNumber.slice(4, 6)}`;
};

const shownDigits = 3;

/** An identification number for those who may not read it: its last three digits, enough to tell two people of one name apart. */
export const maskedIdNumber = (idNumber: string): string => '•'.repeat(Math.max(0, idNumber.length - shownDigits)) + idNumber.slice(-shownDigits);
