import type { ImportProblem, ImportView } from '@saubac/services/imports';
import { mendInWords, reasonAndHint, rowRefusalInWords, type ShownMend, type ShownRefusal } from '@saubac/services/roster';
import { inBoth } from '../answers/index.ts';

const refusedRows = ({ preview }: ImportView): number => (preview ? Object.values(preview.counts).reduce((sum, { refused }) => sum + refused, 0) : 0);

const toldOf = (it: ImportView, failure: ImportProblem) => ({ code: failure.kind, text: inBoth((words) => words.refusal({ ...failure, count: refusedRows(it) })) });

/** An import in the form of the contract. */
export const shown = ({ failure, ...it }: ImportView) => ({ ...it, failure: failure === null ? null : toldOf({ ...it, failure }, failure) });

// What may have been meant is told as a code and, in brackets, what is called so.
const nearOf = ({ near }: Readonly<Record<string, unknown>>): { code: string; name: string }[] =>
  (Array.isArray(near) ? (near as string[]) : []).map((it) => {
    const [, code = it, name = code] = /^(\S+) \((.*)\)$/s.exec(it) ?? [];
    return { code, name };
  });

/** A refused row in the form of the contract. */
export const shownRefusal = (it: ShownRefusal) => {
  const { sheet, sheetName, row, ref, column, heading, kind, value, params } = it;
  return {
    sheet, sheetName, row, ref, column, heading, code: kind, value,
    text: inBoth((words) => rowRefusalInWords(it, words)), reason: inBoth((words) => reasonAndHint(it, words).reason), hint: inBoth((words) => reasonAndHint(it, words).hint), near: nearOf(params),
  };
};

/** A mended cell in the form of the contract. */
export const shownMend = (it: ShownMend) => {
  const { sheet, sheetName, row, column, heading, kind, from, to } = it;
  return { sheet, sheetName, row, column, heading, code: kind, from, to, text: inBoth((words) => mendInWords(it, words)) };
};
