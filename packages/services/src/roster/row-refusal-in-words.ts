import type { NameIn, Words } from '@saubac/i18n';

import type { ShownMend, ShownRefusal } from './preview.ts';

type Told = { reason: string; hint: string };

// The catalogue parts the reason from the advice by its first semicolon.
const parted = (text: string): Told => {
  const at = text.indexOf('; ');
  return at < 0 ? { reason: text, hint: '' } : { reason: text.slice(0, at), hint: text.slice(at + 2) };
};

const problemOf = ({ kind, params }: Pick<ShownRefusal, 'kind' | 'params'>, words: Words): string =>
  // Kinds come from the database as text; a test holds that each has words.
  words.told('rosterProblems', { ...params, kind: kind as NameIn<'rosterProblems'> });

const sentence = (text: string): string => `${text.slice(0, 1).toLocaleUpperCase('vi')}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** Why a row was refused and what to do about it, each a sentence of its own. */
export const reasonAndHint = (refusal: Pick<ShownRefusal, 'kind' | 'params'>, words: Words): Told => {
  const { reason, hint } = parted(problemOf(refusal, words));
  return { reason: sentence(reason), hint: sentence(hint) };
};

/** Why a row was refused, in a sentence: where it stands, what is wrong, what to do. Sheets and columns keep the names of the workbook. */
export const rowRefusalInWords = ({ sheetName: sheet, row, heading, kind, value, params }: ShownRefusal, words: Words): string => {
  const problem = problemOf({ kind, params }, words);
  return value === null || value === '' ? words.t('roster.at', { sheet, row, heading, problem }) : words.t('roster.atValue', { sheet, row, heading, value, problem });
};

/** How a cell was mended, in a sentence: where it stands, what stood there, what was taken. */
export const mendInWords = ({ sheetName: sheet, row, heading, kind, from, to }: ShownMend, words: Words): string =>
  words.t('roster.mend', { sheet, row, heading, from, to, how: words.t(`mends.${kind}`) });
