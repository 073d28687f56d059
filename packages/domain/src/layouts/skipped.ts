/**
 * Why a row of a foreign sheet is no row of data: it is blank, stands above or among the headings (titles, numbers of columns and
 * headings that are repeated among them), sums up, belongs to what is signed, or heads a group of rows.
 */
export const skippedKinds = ['blank', 'header', 'total', 'signature', 'group'] as const;
export type SkippedKind = (typeof skippedKinds)[number];
