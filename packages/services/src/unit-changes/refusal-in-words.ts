import { changeSheet, type SheetRefusal } from '@saubac/domain/unit-changes';
import type { NameIn, Words } from '@saubac/i18n';

/** Why a row of a change can't be, in a sentence: the sheet, the row and the column as in the workbook, what is wrong and what to do. */
export const changeRefusalInWords = ({ list, row, column, kind, params }: SheetRefusal, words: Words): string => {
  const sheet = changeSheet(list);
  const heading = sheet.columns.find(({ key }) => key === column || key === columnKeys[column])?.heading ?? sheet.name;
  const problem = words.told('unitChangeProblems', { unit: '', people: 0, on: '', value: '', ...params, kind: kind satisfies NameIn<'unitChangeProblems'> });
  return words.t('unitChanges.at', { sheet: sheet.name, row: row === 0 ? '–' : String(row), heading, problem });
};

// Fields of an operation that stand in the workbook under another name.
const columnKeys: Readonly<Record<string, string>> = { parent: 'parent_code', to: 'to_unit', person: 'id_number', post: 'post_code' };
