import { rosterTemplate } from '../people/index.ts';
import type { Layout } from './layout.ts';
import { columnsOfSource, placeOfColumn } from './match-sheets.ts';

/** What is wrong with a layout by itself: sheets are named as it names them, columns of the template by their headings. */
export type LayoutFault =
  | { kind: 'layout-reads-nothing' }
  | { kind: 'layout-incomplete'; sheet: string; columns: string[] }
  | { kind: 'layout-unknown-column'; sheet: string; column: string }
  | { kind: 'layout-heading-missing'; sheet: string; column: string };

/** The first fault of a layout; null if files can be read with it. */
export const faultOfLayout = ({ sheets }: Layout): LayoutFault | null => {
  if (sheets.every(({ target }) => target === null)) return { kind: 'layout-reads-nothing' };
  for (const { target, name: sheet, columns, headings } of sheets) {
    const template = rosterTemplate.find(({ key }) => key === target);
    if (!template) continue;
    const unknown = Object.keys(columns).find((key) => !template.columns.some((it) => it.key === key));
    if (unknown !== undefined) return { kind: 'layout-unknown-column', sheet, column: unknown };
    const absent = Object.values(columns).flatMap(columnsOfSource).find((it) => placeOfColumn(headings, it) === undefined);
    if (absent) return { kind: 'layout-heading-missing', sheet, column: absent.heading };
    const missing = template.columns.filter(({ key, required }) => required && !columns[key]).map(({ heading }) => heading);
    if (missing.length > 0) return { kind: 'layout-incomplete', sheet, columns: missing };
  }
  return null;
};
