import { movesOf, originsOf, type Workflow } from './definition.ts';

/** What is wrong with a workflow. */
export type WorkflowProblem =
  | { kind: 'unknown-state'; where: string; state: string }
  | { kind: 'unreachable-state'; state: string }
  | { kind: 'dead-end'; state: string }
  | { kind: 'leaves-final'; state: string; move: string }
  | { kind: 'lapse-not-by-clock'; state: string; move: string }
  | { kind: 'lapse-not-from-state'; state: string; move: string }
  | { kind: 'clock-never-moves'; move: string }
  | { kind: 'bad-deadline'; state: string }
  | { kind: 'unknown-move'; where: string; move: string }
  | { kind: 'missing-word'; key: string };

type AnyWorkflow = Workflow<never>;

const after = (workflow: AnyWorkflow, state: string): string[] => movesOf(workflow).filter(([, move]) => originsOf(move).includes(state)).map(([, move]) => move.to);

/** The states that a case can come to from a state, itself included. */
const reachedFrom = (workflow: AnyWorkflow, start: string): ReadonlySet<string> => {
  const reached = new Set([start]);
  for (const state of reached) for (const next of after(workflow, state)) reached.add(next);
  return reached;
};

const namesOf = (workflow: AnyWorkflow): WorkflowProblem[] => {
  const states = new Set(workflow.states);
  const moves = new Set(Object.keys(workflow.moves));
  const cited = [
    { where: 'initial', state: workflow.initial },
    ...workflow.final.map((state) => ({ where: 'final', state })),
    ...movesOf(workflow).flatMap(([name, move]) => [...originsOf(move), move.to].map((state) => ({ where: name, state }))),
    ...Object.keys(workflow.deadlines ?? {}).map((state) => ({ where: 'deadlines', state })),
  ];
  const citedMoves = [
    ...movesOf(workflow).flatMap(([name, move]) => (move.otherThan ?? []).map((other) => ({ where: name, move: other }))),
    ...Object.entries(workflow.deadlines ?? {}).flatMap(([state, deadline]) => (deadline?.lapse === undefined ? [] : [{ where: state, move: deadline.lapse }])),
  ];
  return [
    ...cited.filter(({ state }) => !states.has(state)).map((it) => ({ kind: 'unknown-state' as const, ...it })),
    ...citedMoves.filter(({ move }) => !moves.has(move)).map((it) => ({ kind: 'unknown-move' as const, ...it })),
  ];
};

const shapeOf = (workflow: AnyWorkflow): WorkflowProblem[] => {
  const final = new Set(workflow.final);
  const reached = reachedFrom(workflow, workflow.initial);
  const endless = workflow.states.filter((state) => reached.has(state) && ![...reachedFrom(workflow, state)].some((it) => final.has(it)));
  return [
    ...workflow.states.filter((state) => !reached.has(state)).map((state) => ({ kind: 'unreachable-state' as const, state })),
    ...endless.map((state) => ({ kind: 'dead-end' as const, state })),
    ...movesOf(workflow).flatMap(([move, { from }]) => originsOf({ from }).filter((state) => final.has(state)).map((state) => ({ kind: 'leaves-final' as const, state, move }))),
  ];
};

const timesOf = (workflow: AnyWorkflow): WorkflowProblem[] => {
  const deadlines = Object.entries(workflow.deadlines ?? {}).flatMap(([state, it]) => (it ? [{ state, ...it }] : []));
  const lapsing = new Set(deadlines.flatMap((it) => (it.lapse === undefined ? [] : [it.lapse])));
  return [
    ...deadlines.flatMap(({ state, workingDays, remindBefore = 0 }) =>
      Number.isSafeInteger(workingDays) && workingDays > 0 && remindBefore >= 0 && remindBefore < workingDays ? [] : [{ kind: 'bad-deadline' as const, state }]),
    ...deadlines.flatMap(({ state, lapse: move }) => {
      const lapse = move === undefined ? undefined : workflow.moves[move];
      if (move === undefined || lapse === undefined) return [];
      return [
        ...(lapse.by === 'clock' ? [] : [{ kind: 'lapse-not-by-clock' as const, state, move }]),
        ...(originsOf(lapse).includes(state) ? [] : [{ kind: 'lapse-not-from-state' as const, state, move }]),
      ];
    }),
    ...movesOf(workflow).filter(([name, move]) => move.by === 'clock' && !lapsing.has(name)).map(([move]) => ({ kind: 'clock-never-moves' as const, move })),
  ];
};

/** The keys of all words that a workflow is shown with: its states, its moves, and why a guard refuses. */
export const wordKeysOf = (workflow: Workflow<never>): readonly string[] => [
  ...workflow.states.map((state) => `${workflow.id}.state.${state}`),
  ...Object.keys(workflow.moves).map((move) => `${workflow.id}.move.${move}`),
  ...new Set(movesOf(workflow).flatMap(([, move]) => (move.guards ?? []).map((guard) => guard.refusal))),
];

/**
 * Everything that is wrong with a workflow; nothing where it can be used: every state is reached and leads to an end, a final state is
 * left by no move, what the clock does follows from a deadline, and everything shown has words (`hasWord` asks both languages).
 */
export const checkWorkflow = (workflow: Workflow<never>, hasWord: (key: string) => boolean): readonly WorkflowProblem[] => {
  const names = namesOf(workflow);
  const words = wordKeysOf(workflow).filter((key) => !hasWord(key)).map((key) => ({ kind: 'missing-word' as const, key }));
  return names.length > 0 ? [...names, ...words] : [...shapeOf(workflow), ...timesOf(workflow), ...words];
};
