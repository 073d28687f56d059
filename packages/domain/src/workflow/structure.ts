import { type Deadline, movesOf, originsOf, type Workflow } from './definition.ts';

/** A workflow as plain values: what a case pins when it begins, and what a diagram is drawn from. Guards and effects are named. */
export type WorkflowStructure = {
  id: string;
  states: readonly string[];
  initial: string;
  final: readonly string[];
  moves: readonly { name: string; from: readonly string[]; to: string; permission: string; guards: readonly string[]; effects: readonly string[]; reason: boolean; otherThan: readonly string[]; by: 'person' | 'opener' | 'clock' }[];
  deadlines: Readonly<Record<string, Deadline<string>>>;
  fallsBackTo: Readonly<Record<string, string>>;
};

/** The structure of a workflow. Equal workflows have equal structures, key by key in one order. */
export const structureOf = (workflow: Workflow<never>): WorkflowStructure => ({
  id: workflow.id,
  states: workflow.states,
  initial: workflow.initial,
  final: workflow.final,
  moves: movesOf(workflow).map(([name, move]) => ({
    name,
    from: originsOf(move),
    to: move.to,
    permission: move.permission,
    guards: (move.guards ?? []).map((it) => it.name),
    effects: (move.effects ?? []).map((it) => it.name),
    reason: move.reason === 'asked',
    otherThan: move.otherThan ?? [],
    by: move.by ?? 'person',
  })),
  deadlines: Object.fromEntries(Object.entries(workflow.deadlines ?? {}).flatMap(([state, it]) => (it ? [[state, it]] : []))),
  fallsBackTo: workflow.fallsBackTo ?? {},
});

/** Shortest way from the first state, by which a diagram is laid out from left to right. */
export const distances = ({ initial, moves, states }: WorkflowStructure): ReadonlyMap<string, number> => {
  const far = new Map([[initial, 0]]);
  for (const [state, distance] of far) for (const move of moves) if (move.from.includes(state) && !far.has(move.to)) far.set(move.to, distance + 1);
  for (const state of states) if (!far.has(state)) far.set(state, far.size);
  return far;
};

const plain = (name: string): string => name.replaceAll('-', '_');

/** A state diagram in Mermaid's language, for the documentation. `word` names states and moves for the reader. */
export const mermaidOf = (structure: WorkflowStructure, word: (key: string) => string): string => {
  const { id, states, initial, final, moves } = structure;
  return [
    'stateDiagram-v2',
    ...states.map((state) => `  state "${word(`${id}.state.${state}`)}" as ${plain(state)}`),
    `  [*] --> ${plain(initial)}`,
    ...moves.flatMap((move) => move.from.map((from) => `  ${plain(from)} --> ${plain(move.to)}: ${word(`${id}.move.${move.name}`)}`)),
    ...final.map((state) => `  ${plain(state)} --> [*]`),
    '',
  ].join('\n');
};
