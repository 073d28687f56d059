import type { Plugin, PluginFailure } from '@saubac/plugin-api';

import { missingWords } from './words.ts';

/** Reports are called something, and so is each column; no two columns of a report have one key. */
export const checkReports = ({ manifest, reports = {} }: Plugin): PluginFailure[] => [
  ...missingWords(manifest, Object.values(reports).flatMap((it) => [it.title, ...it.columns.map((column) => column.title)])),
  ...Object.entries(reports).flatMap(([report, { columns }]) =>
    columns.filter(({ key }, at) => columns.findIndex((it) => it.key === key) !== at).map(({ key }) => ({ kind: 'column-taken' as const, report, column: key }))),
];
