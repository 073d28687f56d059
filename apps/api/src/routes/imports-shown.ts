import type { ImportProblem, ImportView } from '@saubac/services/imports';
import { mendInWords, reasonAndHint, rowRefusalInWords, type ShownMend, type ShownRefusal } from '@saubac/services/roster';
import { inBoth } from '../answers/index.ts';

const refusedRows = ({ preview }: ImportView): number => (preview ? Object.values(preview.counts).reduce((sum, { refused }) => sum + refused, 0) : 0);

const toldOf = (it: ImportView, failure: ImportProblem) => ({ code: failure.kind, text: inBoth((words) => words.refusal({ ...failure, count: refusedRows(it) })) });

/** An import in the form of the contract. */
export const shown = ({ failure, ...it }: ImportView) => ({ ...it, failure: failure === null ? null : toldOf({ ...it, failure }, failure) });

/** A refused row in the form of the contract. */
export const shownRefusal = (it: ShownRefusal) => {
  const { sheet, sheetName, row, ref, column, heading, kind, value } = it;
  return {
    sheet, sheetName, row, ref, column, heading, code: kind, value,
    text: inBoth((words) => rowRefusalInWords(it, words)), reason: inBoth((words) => reasonAndHint(it, words).reason), hint: inBoth((words) => reasonAndHint(it, words).hint),
  };
};

/** A mended cell in the form of the contract. */
export const shownMend = (it: ShownMend) => {
  const { sheet, sheetName, row, column, heading, kind, from, to } = it;
  return { sheet, sheetName, row, column, heading, code: kind, from, to, text: inBoth((words) => mendInWords(it, words)) };
};
