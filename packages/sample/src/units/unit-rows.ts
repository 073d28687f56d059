// Vietnamese as data: words of the choice columns of the roster template.
import type { BodyKind } from '../profile.ts';
import { typed, type Day } from '../values/day.ts';
import type { Unit } from './unit.ts';

/** A row of the sheet of units, cells as an officer types them; a blank cell is an empty text. */
export type UnitRow = {
  code: string; name: string; parent_code: string; official_code: string; tier: string; body_kind: string; field: string; needs_language: string;
  reports_to: string; budgets_through: string; valid_from: string; valid_to: string; succeeded_by: string; succession_kind: string;
};

const kindWords: Readonly<Record<BodyKind, string>> = {
  state: 'Cơ quan nhà nước', party: 'Cơ quan Đảng', 'socio-political': 'Tổ chức chính trị - xã hội', 'public-service': 'Đơn vị sự nghiệp công lập',
};

/** The rows of a unit as it is known on a day: one per version, the last one closed if the unit has ended. */
export const rowsOfUnit = function* (it: Unit, effective: Day): Generator<UnitRow> {
  const known = it.versions.filter(({ from }) => from <= effective);
  const ended = it.until !== undefined && it.until <= effective ? it.until : undefined;
  for (const [i, version] of known.entries()) {
    const to = known[i + 1]?.from ?? ended;
    const last = i === known.length - 1 && ended !== undefined;
    yield {
      code: it.code, name: version.name, parent_code: version.parent, official_code: it.officialCode, tier: version.tier, body_kind: kindWords[it.bodyKind],
      field: it.field, needs_language: it.needsLanguage, reports_to: version.reportsTo, budgets_through: '',
      valid_from: typed(version.from), valid_to: to === undefined ? '' : typed(to - 1),
      succeeded_by: last ? it.successors.join(';') : '', succession_kind: last ? it.successionKind : '',
    };
  }
};
