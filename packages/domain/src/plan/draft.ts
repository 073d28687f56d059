import { fail, type IsoDate, ok, type Result, type UserId } from '../values/index.ts';

/** What became of a draft: still written on, put in force as a version, or given up. */
export const draftStates = ['open', 'in-force', 'dropped'] as const;
export type DraftState = (typeof draftStates)[number];

/** Who did something to a draft and when; no id: the command line of whoever runs the installation. */
export type DraftAct = { by: UserId | null; label: string; at: string };

/** Where a draft stands on its way to be in force: the case it was last handed in with. `dueOn`: the last day of its present state that is in time. */
export type DraftCase = { id: string; state: string; version: number; dueOn: IsoDate | null; closed: boolean };

/**
 * A plan that is being written. `document` is what was written so far and may have problems; `plan` is the id it gives itself, null while
 * it has none. `basedOn` is the number of the version it began with, `became` that of the version it was put in force as. `from` is the
 * first day on which it is to rule. `case` is null while it was never handed in.
 */
export type PlanDraft = {
  id: string;
  plan: string | null;
  document: unknown;
  note: string | null;
  basedOn: number | null;
  state: DraftState;
  became: number | null;
  from: IsoDate | null;
  case: DraftCase | null;
  created: DraftAct;
  changed: DraftAct;
  version: number;
};

export type DraftClosed = { kind: 'draft-closed'; state: DraftState };
/** Somebody else was faster: what was sent was made of an older state than the one there is now. */
export type DraftChanged = { kind: 'changed-meanwhile'; yours: number; current: PlanDraft };

/** Whether a draft can still be written on, by somebody who has seen its present state (`version`). */
export const canBeChanged = (draft: PlanDraft, version: number): Result<PlanDraft, DraftClosed | DraftChanged> => {
  if (draft.state !== 'open') return fail({ kind: 'draft-closed', state: draft.state });
  return draft.version === version ? ok(draft) : fail({ kind: 'changed-meanwhile', yours: version, current: draft });
};

/** The id that a document gives its plan, if it gives one. */
export const planIdIn = (document: unknown): string | null => {
  const id = typeof document === 'object' && document !== null ? (document as Record<string, unknown>)['id'] : undefined;
  return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null;
};
