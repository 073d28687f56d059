import type { LocalText } from '@saubac/domain/values';

/** How a unit is staffed: which posts it has and who leads it. */
export type StaffType =
  | 'leadership' | 'department' | 'party-office' | 'mass-organisation'
  | 'district' | 'district-party' | 'district-front' | 'old-commune' | 'commune' | 'commune-party' | 'commune-front'
  | 'kindergarten' | 'primary' | 'lower-secondary' | 'upper-secondary' | 'college' | 'hospital' | 'health-station' | 'service';

/** The staff types that a profile may give to a body of the province; the others follow from its territories. */
export const bodyStaffTypes = ['leadership', 'department', 'party-office', 'mass-organisation', 'upper-secondary', 'college', 'hospital', 'service'] as const satisfies readonly StaffType[];

export type BodyKind = 'state' | 'party' | 'socio-political' | 'public-service';

/** A flag as a workbook carries it: x = yes, blank = no, ? = not known. */
export type Flag = 'x' | '' | '?';

/** A body at the level of the province. `weight` is its size beside the others of its kind; a body that ends names who takes its people. */
export type BodyOutline = {
  code: string;
  name: string;
  staff: (typeof bodyStaffTypes)[number];
  weight: number;
  parent?: string;
  bodyKind?: BodyKind;
  field?: string;
  needsLanguage?: Flag;
  officialCode?: string;
  since?: string;
  /** Last day, inclusive. */
  until?: string;
  into?: string;
};

export type CommuneOutline = string | { name: string; needsLanguage?: Flag; officialCode?: string };

/** A district until the reform, with the communes that stand on its ground since. */
export type DistrictOutline = { code: string; name: string; communes: readonly CommuneOutline[] };

/** A part of the province with the bodies that manage its districts, schools and health stations. */
export type TerritoryOutline = {
  government: string;
  party: string;
  front: string;
  education: string;
  health: string;
  upperSecondaryPerDistrict: number;
  districts: readonly DistrictOutline[];
};

/** Who examines what, and since when: certificates of the sample name these codes. Days inclusive, blank: open. */
export type IssuerOutline = { code: string; types: readonly string[]; since?: string; until?: string };

export type Weighted = { code: string; weight: number };

export type EthnicityOutline = { name: string; weight: number; families?: readonly string[] };

/** The outline of one province: all that a sample of it takes from outside. Everybody in the sample is invented. */
export type SampleProfile = {
  note: LocalText;
  /** First three digits of the identification numbers: 900 to 999, which no province has. */
  idPrefix: string;
  unitsSince: string;
  reform: string;
  /** People by group as the province counts them; a sample of another size keeps the proportion. */
  headcounts: { provincial: number; commune: number; publicEmployees: number; contractStaff: number };
  /** Per thousand people: how many leave in a usual year, and how many more left communes and districts when the reform came. */
  leavers: { perYear: number; atReform: number };
  bodies: readonly BodyOutline[];
  territories: readonly TerritoryOutline[];
  issuers: readonly IssuerOutline[];
  /** Languages of certificates; English takes what the others leave of 1,000. */
  otherLanguages: readonly Weighted[];
  ethnicities: readonly EthnicityOutline[];
};
