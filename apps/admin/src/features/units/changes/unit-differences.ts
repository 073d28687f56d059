/** A unit as it was or is to be. */
export type UnitSide = {
  name: string; parent: string | null; officialCode?: string | null; tier: string; bodyKind: string; field?: string | null; needsLanguage?: boolean | null; reportsTo?: string | null; budgetsThrough?: string | null;
} | null;

type Names = { unit: (code: string) => string; tier: (code: string) => string; bodyKind: (code: string) => string; field: (code: string) => string; none: string };

/** What of a unit differs between two states, on each side in words: of one that begins or ends where it stands, of one that goes on only what changes. */
export const unitDifferences = (before: UnitSide, after: UnitSide, names: Names): { before: string; after: string } => {
  const unit = (code: string | null | undefined) => (code ? names.unit(code) : names.none);
  const toldOf = (it: NonNullable<UnitSide>): [keyof NonNullable<UnitSide>, string][] => [
    ['name', it.name], ['parent', unit(it.parent)], ['officialCode', it.officialCode ?? names.none], ['tier', names.tier(it.tier)], ['bodyKind', names.bodyKind(it.bodyKind)], ['field', it.field ? names.field(it.field) : names.none],
    ['reportsTo', unit(it.reportsTo)], ['budgetsThrough', unit(it.budgetsThrough)],
  ];
  const side = (it: UnitSide, other: UnitSide): string => {
    if (it === null) return '–';
    if (other === null) return unit(it.parent);
    return toldOf(it).filter(([key]) => (it[key] ?? null) !== (other[key] ?? null)).map(([, told]) => told).join('; ');
  };
  return { before: side(before, after), after: side(after, before) };
};
