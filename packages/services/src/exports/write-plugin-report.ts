import { fail, type IsoDate, ok, type UnitScope } from '@saubac/domain/values';
import { type ReportColumn, wordOf } from '@saubac/plugin-api';
import type { Words } from '@saubac/i18n';

import type { Ctx } from '../context/index.ts';
import { type ListCell, writeList } from '../roster/index.ts';
import type { OrderOf, Writing, Written } from './writing.ts';

const widths = { text: 36, number: 14, year: 8, date: 14, dong: 18 } as const;

const cell = (value: string | number | null | undefined, type: ReportColumn['type'], words: Words): ListCell => {
  if (value === null || value === undefined) return null;
  return type === 'date' ? words.date(String(value) as IsoDate) : value;
};

/** Writes a section of the yearly report that a plugin brings, under the headings that the plugin gave it. */
export const writePluginReport = async (ctx: Ctx, asked: OrderOf<'plugin-report'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const { plugin } = ctx.registry.active.get(asked.plugin) ?? {};
  const report = plugin?.reports?.[asked.report];
  if (!plugin || !report || !ctx.reports) return fail({ kind: 'export-failed' });
  const found = await ctx.reports(ctx, asked);
  const title = (key: string): string => words.text(wordOf(plugin.manifest, key));
  async function* rows(): AsyncGenerator<ListCell[]> {
    for (const row of found) {
      onRow();
      yield await Promise.resolve(report?.columns.map(({ key, type }) => cell(row[key], type, words)) ?? []);
    }
  }
  // A sheet takes no more than 31 letters of a name.
  await writeList(path, format, { name: title(report.title).slice(0, 31), columns: report.columns.map((it) => ({ heading: title(it.title), width: widths[it.type] })), rows: rows() });
  return ok({ scope });
};
