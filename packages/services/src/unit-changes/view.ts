import type { ChangeList, Dependent, StoredChange, TouchedGrant, TouchedPlan } from '@saubac/db/unit-changes';
import type { Forbidden } from '@saubac/domain/access';
import type { UnitValue } from '@saubac/domain/people';
import type { ChangeBatch, ChangedUnit, ChangeRefusal, UnitChangeState, UnitOperation } from '@saubac/domain/unit-changes';
import type { IsoDate, LocalText, UserId } from '@saubac/domain/values';

/** Heads of one figure, null where the unit is not there. */
export type Heads = { denominator: number; numerator: number };

/** A target of a plan before and after, for the whole tenant or (as a finding) one unit. */
export type FigureChange = { plan: string; target: string; title: LocalText; before: Heads | null; after: Heads | null };

/** What a change would do, counted; what is counted is listed among its findings. */
export type UnitChangeSummary = {
  created: number;
  ended: number;
  changed: number;
  successions: number;
  people: number;
  posts: { ended: number; started: number; removed: number };
  grants: number;
  plans: number;
  figures: number;
  /** Signed closes counted on its first day or later, as references (`2025@1`): they stay as signed; a correction would come out otherwise. */
  closes: string[];
  /** The whole tenant, target by target, on the last day of the batch. */
  whole: FigureChange[];
};

/** Why the last preview or commit came to nothing. */
export type UnitChangeProblem = { kind: 'unit-change-refused'; count: number } | { kind: 'not-as-agreed' } | { kind: 'unit-change-failed' } | { kind: 'unit-change-sent-back'; by: string; why: string } | Forbidden;

export type KeptUnitChange = StoredChange<UnitChangeSummary, UnitChangeProblem>;

type Act = { by: UserId | null; label: string; at: string };

/** A change of units as it is shown. */
export type UnitChangeView = {
  id: string;
  title: string;
  on: IsoDate;
  firstDay: IsoDate;
  decision: { number: string; date: IsoDate } | null;
  why: string | null;
  operations: readonly UnitOperation[];
  /** How many people are moved by name. */
  moves: number;
  state: UnitChangeState;
  progress: number;
  preview: UnitChangeSummary | null;
  failure: UnitChangeProblem | null;
  prepared: Act;
  committed: Act | null;
  withdrawn: Act | null;
  version: number;
};

/** What of a kept change is shown. */
export const viewOf = ({ previewDigest: _, previewed: __, ...it }: KeptUnitChange): UnitChangeView => it;

/** Somebody whose post changes: from which unit to which; `to` null: the post ends. */
export type MovedPerson = { person: string; from: string; to: string | null; main: boolean; on: IsoDate };

/** The unit of a finding as it was and is to be. */
export type ShownUnitChange = ChangedUnit & { before: UnitValue | null; after: UnitValue | null };

/** What stands in each list. */
export type ChangeFinding = {
  refusals: ChangeRefusal;
  units: ShownUnitChange;
  people: MovedPerson;
  stranded: { row: number; person: string; unit: string };
  grants: TouchedGrant;
  plans: TouchedPlan;
  figures: FigureChange & { unit: string };
  dependents: Dependent;
};

export type ChangeFindings = { [List in ChangeList]?: ChangeFinding[List][] };

export type UnknownUnitChange = { kind: 'unknown-unit-change'; change: string };

/** What is written down to be done. */
export type UnitChangeInput = ChangeBatch & { title: string; on: IsoDate; decision?: { number: string; date: IsoDate } | null | undefined; why?: string | null | undefined };
