import type { ListedUnit } from '@saubac/db/units';
import { bodyKinds, fields, governmentLevels } from '@saubac/domain/people';
import { addDays, type LocalText, ok, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import type { Ctx } from '../context/index.ts';
import { writeList } from '../roster/index.ts';
import { listUnits } from '../units/index.ts';
import { foundBy, markedUnits, type UnitMark } from './units-of-list.ts';
import type { OrderOf, Writing, Written } from './writing.ts';

type Choices = readonly { code: string; label: LocalText }[];

const columnsOf = (words: Words) => {
  const column = (heading: string, width: number) => ({ heading, width });
  return [
    column(words.t('exports.depth'), 8), column(words.t('exports.unitCode'), 16), column(words.t('exports.unitName'), 48), column(words.t('units.parent'), 48), column(words.t('units.tier'), 18), column(words.t('units.bodyKind'), 28),
    column(words.t('units.field'), 24), column(words.t('units.reportsTo'), 40), column(words.t('units.budgetsThrough'), 40), column(words.t('units.people'), 10), column(words.t('units.ofDay'), 14),
  ];
};

const rowOf = (unit: ListedUnit, mark: UnitMark, names: ReadonlyMap<string, string>, words: Words): string[] => {
  const label = (choices: Choices, code: string | null) => (code === null ? '' : words.text(choices.find((it) => it.code === code)?.label ?? { vi: code }));
  const named = (code: string | null) => (code === null ? '' : (names.get(code) ?? code));
  return [
    String(unit.depth + 1), unit.code, unit.name, named(unit.parent), label(governmentLevels, unit.tier), label(bodyKinds, unit.bodyKind), label(fields, unit.field), named(unit.reportsTo), named(unit.budgetsThrough),
    mark === 'gone' ? '' : String(unit.people), mark === null ? '' : words.t(`units.mark-${mark}`),
  ];
};

/** Writes the units of a day as the tree was filtered; with what the day did to each, where only those are asked for that it changed. */
export const writeUnits = async (ctx: Ctx, { on, search, changed }: OrderOf<'units'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const units = await listUnits(ctx, { on });
  if (!units.ok) return units;
  const before = await listUnits(ctx, { on: addDays(on, -1) });
  if (!before.ok) return before;
  const marked = markedUnits(units.value, before.value);
  const names = new Map(marked.map(({ unit }) => [unit.code, unit.name]));
  const found = foundBy(search ?? '');
  async function* rows(): AsyncGenerator<string[]> {
    for (const { unit, mark } of marked) {
      if (!found(unit) || (changed ? mark === null : mark === 'gone')) continue;
      onRow();
      yield rowOf(unit, mark, names, words);
    }
  }
  await writeList(path, format, { name: words.t('exports.units'), columns: columnsOf(words), rows: rows() });
  return ok({ scope });
};
