import type { TargetFigures } from './queries.ts';

/** The targets of one plan that are due on the same day. */
export type Milestone = { plan: string; planVersion: number; day: string; past: boolean; targets: readonly TargetFigures[] };

/** Targets by plan and by the day they are due, in the order in which they came; days that `on` has passed are marked. */
export const byMilestone = (items: readonly TargetFigures[], on: string): Milestone[] => {
  const groups = Map.groupBy(items, (it) => `${it.plan} ${it.planVersion} ${it.milestone}`);
  return [...groups.values()].flatMap((targets) => {
    const [first] = targets;
    return first ? [{ plan: first.plan, planVersion: first.planVersion, day: first.milestone, past: first.milestone <= on, targets }] : [];
  });
};

/** Whether a target is late on a day: its day has come, and heads or a document are still missing. What can't be measured is not called late. */
export const isLate = ({ milestone, missing, status }: TargetFigures, on: string): boolean =>
  milestone <= on && (status === 'no-evidence' || ((status === 'measured' || status === 'not-yet-measurable') && (missing ?? 0) > 0));
