import type { NameIn, Words } from '@saubac/i18n';

import type { ShownMend, ShownRefusal } from './preview.ts';

/** Why a row was refused, in a sentence: where it stands, what is wrong, what to do. Sheets and columns keep the names of the workbook. */
export const rowRefusalInWords = ({ sheetName: sheet, row, heading, kind, value, params }: ShownRefusal, words: Words): string => {
  // Kinds come from the database as text; a test holds that each has words.
  const problem = words.told('rosterProblems', { ...params, kind: kind as NameIn<'rosterProblems'> });
  return value === null || value === '' ? words.t('roster.at', { sheet, row, heading, problem }) : words.t('roster.atValue', { sheet, row, heading, value, problem });
};

/** How a cell was mended, in a sentence: where it stands, what stood there, what was taken. */
export const mendInWords = ({ sheetName: sheet, row, heading, kind, from, to }: ShownMend, words: Words): string =>
  words.t('roster.mend', { sheet, row, heading, from, to, how: words.t(`mends.${kind}`) });
