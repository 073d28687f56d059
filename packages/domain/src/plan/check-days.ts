import { conditionsOf } from '../rules/index.ts';
import type { IsoDate } from '../values/index.ts';
import type { PlanFile } from './plan-file.ts';
import { type PlanProblem, problem } from './problem.ts';
import { rulesIn } from './walk.ts';

type Span = { path: readonly PropertyKey[]; from: IsoDate; to: IsoDate };

const inverted = ({ path, from, to }: Span): PlanProblem[] => (from <= to ? [] : [problem([...path, 'to'], { kind: 'ends-before-it-begins', from, to })]);

const spansOf = (file: PlanFile): Span[] => [
  ...file.phases.map((it, index) => ({ path: ['phases', index], from: it.from, to: it.to })),
  ...file.tasks.flatMap((it, index) => (it.period ? [{ path: ['tasks', index, 'period'], ...it.period }] : [])),
];

const outside = (file: PlanFile, path: readonly PropertyKey[], day: IsoDate): PlanProblem[] =>
  // A period that ends before it begins is one fault, not one for each day in the file.
  file.period.from > file.period.to || (file.period.from <= day && day <= file.period.to) ? [] : [problem(path, { kind: 'outside-period', day, from: file.period.from, to: file.period.to })];

const overlapping = (file: PlanFile): PlanProblem[] =>
  file.phases.flatMap((phase, index) => {
    const earlier = file.phases.slice(0, index).find((it) => it.from <= phase.to && phase.from <= it.to);
    return earlier ? [problem(['phases', index, 'from'], { kind: 'overlapping-phases', phase: phase.id, other: earlier.id, from: phase.from })] : [];
  });

const levelRows = (file: PlanFile): PlanProblem[] =>
  (file.governmentLevels?.rows ?? []).flatMap((row, index) => {
    const path = ['governmentLevels', 'rows', index];
    const empty = Object.values(row.when).every((it) => it === undefined);
    return [
      ...(row.from && row.to ? inverted({ path, from: row.from, to: row.to }) : []),
      ...(empty ? [problem([...path, 'when'], { kind: 'empty-level-row', level: row.level })] : []),
    ];
  });

/** Parts of the file that belong to a target, or are counted with one. */
const withMilestone: readonly PropertyKey[] = ['targets', 'subjects', 'exclusions'];

const milestonesAskedFor = (file: PlanFile): PlanProblem[] =>
  rulesIn(file).flatMap(({ path, value }) =>
    conditionsOf(value).flatMap(({ fact, on }) => (on === 'milestone' && !withMilestone.includes(path[0] ?? '') ? [problem(path, { kind: 'no-milestone-here', fact })] : [])),
  );

/** Days that can't be meant: an end before its beginning, a milestone, phase or task outside the plan's period, phases that overlap, an age on a milestone where there is no target. */
export const dayProblems = (file: PlanFile): PlanProblem[] => [
  ...inverted({ path: ['period'], from: file.period.from, to: file.period.to }),
  ...spansOf(file).flatMap(inverted),
  ...spansOf(file).flatMap(({ path, from, to }) => [...outside(file, [...path, 'from'], from), ...outside(file, [...path, 'to'], to)]),
  ...file.targets.flatMap((it, index) => outside(file, ['targets', index, 'milestone'], it.milestone)),
  ...overlapping(file),
  ...levelRows(file),
  ...milestonesAskedFor(file),
];
