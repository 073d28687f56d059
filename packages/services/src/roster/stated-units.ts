import type { StagedUnit } from '@saubac/db/roster';
import { periodOn, type UnitHistory, type UnitValue } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

/** The column of the template for each field of a unit. */
export const columnOf: Readonly<Record<keyof UnitValue, string>> = {
  name: 'name', parent: 'parent_code', officialCode: 'official_code', tier: 'tier', bodyKind: 'body_kind', field: 'field', needsLanguage: 'needs_language',
  reportsTo: 'reports_to', budgetsThrough: 'budgets_through',
};

/** A row of the units sheet with what is kept where it states nothing. */
export const withKept = (it: StagedUnit, known: UnitHistory, on: IsoDate): StagedUnit => {
  const before = it.unstated.length === 0 ? undefined : periodOn(known.get(it.code) ?? [], it.from !== null && it.from > on ? it.from : on);
  if (!before) return it;
  const kept = (Object.keys(columnOf) as (keyof UnitValue)[]).filter((field) => it.unstated.includes(columnOf[field])).map((field) => [field, before.value[field]]);
  return { ...it, to: it.unstated.includes('valid_to') ? before.to : it.to, value: { ...it.value, ...(Object.fromEntries(kept) as Partial<UnitValue>) } };
};
