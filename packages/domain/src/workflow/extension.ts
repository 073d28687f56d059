import { fail, ok, type Result } from '../values/index.ts';
import { type Deadline, type Effect, type Guard, type Move, movesOf, originsOf, type Workflow } from './definition.ts';

type AddedMove<Subject> = { permission: string; guards?: readonly Guard<Subject>[]; effects?: readonly Effect<Subject>[]; reason?: 'asked' };

/**
 * What somebody adds to a workflow of the core. It only adds: nothing of the core is taken away, and no added move leads a case to where
 * the core's own moves would not have led it.
 */
export type WorkflowExtension<Subject = never> = {
  /** Who extends: the id of a plugin. Extensions are put together in the order of these. */
  by: string;
  /** The workflow that is extended. */
  of: string;
  /** Own states, each with the state of the core that a case in it counts as. */
  states?: Readonly<Record<string, { fallsBackTo: string; deadline?: Deadline<never> }>>;
  /** Steps put in before a move of the core, which is from then on only taken after them. */
  insert?: readonly { before: string; state: string; by: AddedMove<Subject> & { move: string } }[];
  /** Moves among own states, into one from the state that it falls back to, or out of one to it. */
  moves?: Readonly<Record<string, AddedMove<Subject> & { from: string; to: string }>>;
  /** Further conditions on moves of the core. */
  guards?: Readonly<Record<string, readonly Guard<Subject>[]>>;
  /** Further deeds that follow moves of the core. */
  effects?: Readonly<Record<string, readonly Effect<Subject>[]>>;
};

/** Why an extension can't be put on a workflow. */
export type ExtensionProblem =
  | { kind: 'other-workflow'; by: string; of: string }
  | { kind: 'unknown-move'; by: string; move: string }
  | { kind: 'unknown-state'; by: string; state: string }
  | { kind: 'name-taken'; by: string; name: string }
  | { kind: 'insert-before-many'; by: string; move: string }
  | { kind: 'bypasses-core'; by: string; move: string };

/**
 * Declares an extension of a workflow. A guard on a move that the core lacks, or a state that falls back to none of the core, does not compile.
 *
 * @example
 * export const withSecondCheck = extendWorkflow(claim, {
 *   by: 'example',
 *   states: { 'second-check': { fallsBackTo: 'submitted' } },
 *   insert: [{ before: 'approve', state: 'second-check', by: { move: 'confirm', permission: 'claim.confirm' } }],
 * });
 */
export const extendWorkflow = <Subject, State extends string, Name extends string, const Added extends string = never>(
  core: Workflow<Subject, State, Name>,
  extension: {
    by: string;
    states?: Readonly<Record<Added, { fallsBackTo: NoInfer<State>; deadline?: Deadline<never> }>>;
    insert?: readonly { before: NoInfer<Name>; state: NoInfer<Added>; by: AddedMove<Subject> & { move: string } }[];
    moves?: Readonly<Record<string, AddedMove<Subject> & { from: NoInfer<State | Added>; to: NoInfer<State | Added> }>>;
    guards?: Readonly<Partial<Record<NoInfer<Name>, readonly Guard<Subject>[]>>>;
    effects?: Readonly<Partial<Record<NoInfer<Name>, readonly Effect<Subject>[]>>>;
  },
): WorkflowExtension<Subject> => ({ ...(extension as Omit<WorkflowExtension<Subject>, 'of'>), of: core.id });

/** What of the core a state stands for: an added state for the one that it falls back to, any other for itself. */
export const coreStateOf = (workflow: Pick<Workflow<never>, 'fallsBackTo'>, state: string): string => workflow.fallsBackTo?.[state] ?? state;

type Problems = readonly ExtensionProblem[];

const namesIn = <Subject>(core: Workflow<Subject>, extension: WorkflowExtension<Subject>, all: Workflow<Subject>): Problems => {
  const { by, states = {}, insert = [] } = extension;
  const added = [...insert.map((it) => it.by.move), ...Object.keys(extension.moves ?? {})];
  const cited = [...insert.map((it) => it.before), ...Object.keys(extension.guards ?? {}), ...Object.keys(extension.effects ?? {})];
  const unknownStates = [...Object.values(states).map((it) => it.fallsBackTo).filter((it) => !core.states.includes(it)), ...insert.map((it) => it.state).filter((it) => !(it in states))];
  // A state stands for one step: entered by the one it would open the other.
  const shared = insert.map((it) => it.state).filter((it, at, steps) => steps.indexOf(it) !== at);
  const taken = [...shared, ...Object.keys(states).filter((it) => all.states.includes(it)), ...added.filter((it, at) => it in all.moves || added.indexOf(it) !== at)];
  return [
    ...(extension.of === core.id ? [] : [{ kind: 'other-workflow' as const, by, of: extension.of }]),
    ...cited.filter((move) => !(move in core.moves)).map((move): ExtensionProblem => ({ kind: 'unknown-move', by, move })),
    ...unknownStates.map((state): ExtensionProblem => ({ kind: 'unknown-state', by, state })),
    ...taken.map((name): ExtensionProblem => ({ kind: 'name-taken', by, name })),
  ];
};

const stepProblems = <Subject>(core: Workflow<Subject>, { by, states = {}, insert = [] }: WorkflowExtension<Subject>): Problems =>
  insert.flatMap(({ before, state }): Problems => {
    const move = core.moves[before];
    if (!move || !(state in states)) return [];
    const [only, ...others] = originsOf(move);
    if (others.length > 0) return [{ kind: 'insert-before-many', by, move: before }];
    return states[state]?.fallsBackTo === only ? [] : [{ kind: 'bypasses-core', by, move: before }];
  });

const moveProblems = <Subject>(core: Workflow<Subject>, extension: WorkflowExtension<Subject>, all: Workflow<Subject>): Problems => {
  const { by, states = {} } = extension;
  const inserted = new Set((extension.insert ?? []).map((it) => it.state));
  const known = (state: string): boolean => state in states || all.states.includes(state);
  const standsFor = (state: string): string => states[state]?.fallsBackTo ?? coreStateOf(all, state);
  return Object.entries(extension.moves ?? {}).flatMap(([move, { from, to }]): Problems => {
    const unknown = [from, to].filter((state) => !known(state));
    if (unknown.length > 0) return unknown.map((state) => ({ kind: 'unknown-state', by, state }));
    // Seen from the core nothing may happen in it, and it may not enter a step that is put in before a move.
    const allowedEnd = to in states ? !inserted.has(to) : core.states.includes(to);
    return allowedEnd && standsFor(from) === standsFor(to) ? [] : [{ kind: 'bypasses-core', by, move }];
  });
};

const problemsOf = <Subject>(core: Workflow<Subject>, extension: WorkflowExtension<Subject>, all: Workflow<Subject>): Problems => [
  ...namesIn(core, extension, all),
  ...stepProblems(core, extension),
  ...moveProblems(core, extension, all),
];

const asMoves = <Subject>(extension: WorkflowExtension<Subject>): Record<string, Move<string, string, Subject>> =>
  Object.fromEntries(Object.entries(extension.moves ?? {}).map(([name, { from, to, ...rest }]) => [name, { ...rest, from, to }]));

const withInsert = <Subject>(all: Workflow<Subject>, { before, state, by: { move, ...step } }: NonNullable<WorkflowExtension<Subject>['insert']>[number]): Workflow<Subject> => {
  const guarded = all.moves[before];
  if (!guarded) return all;
  const origins = originsOf(guarded);
  // What else leads out of wherever the step is entered from (sending back, withdrawing) leads out of the step too. What leads out of only some of
  // those states stands behind another added step: out of this one it would be reached without that.
  const others = movesOf(all).map(([name, other]): [string, Move<string, string, Subject>] => {
    if (name === before) return [name, { ...other, from: state }];
    const stays = coreStateOf(all, other.to) === coreStateOf(all, origins[0] ?? '');
    const along = origins.every((it) => originsOf(other).includes(it)) && other.to !== guarded.to && !stays;
    return [name, along ? { ...other, from: [...originsOf(other), state] } : other];
  });
  return { ...all, moves: { ...Object.fromEntries(others), [move]: { ...step, from: origins, to: state } } };
};

const withExtension = <Subject>(all: Workflow<Subject>, extension: WorkflowExtension<Subject>): Workflow<Subject> => {
  const own = Object.entries(extension.states ?? {});
  const moves = movesOf(all).map(([name, move]): [string, Move<string, string, Subject>] => [
    name,
    {
      ...move,
      ...(extension.guards?.[name] ? { guards: [...(move.guards ?? []), ...extension.guards[name]] } : {}),
      ...(extension.effects?.[name] ? { effects: [...(move.effects ?? []), ...extension.effects[name]] } : {}),
    },
  ]);
  const wider: Workflow<Subject> = {
    ...all,
    states: [...all.states, ...own.map(([state]) => state)],
    moves: { ...Object.fromEntries(moves), ...asMoves(extension) },
    deadlines: { ...all.deadlines, ...Object.fromEntries(own.flatMap(([state, { deadline }]) => (deadline ? [[state, deadline]] : []))) },
    fallsBackTo: { ...all.fallsBackTo, ...Object.fromEntries(own.map(([state, { fallsBackTo }]) => [state, fallsBackTo])) },
  };
  return (extension.insert ?? []).reduce(withInsert, wider);
};

/**
 * A workflow of the core with everything that extensions add, whichever order they come in. Refused with all problems: an extension
 * may not name what the core lacks, take a name that is taken, or lead a case past a move of the core.
 */
export const composeWorkflow = <Subject>(core: Workflow<Subject>, extensions: readonly WorkflowExtension<Subject>[]): Result<Workflow<Subject>, { kind: 'bad-extension'; problems: readonly ExtensionProblem[] }> => {
  let all = core;
  const problems: ExtensionProblem[] = [];
  for (const extension of extensions.toSorted((a, b) => (a.by < b.by ? -1 : 1))) {
    const found = problemsOf(core, extension, all);
    problems.push(...found);
    if (found.length === 0) all = withExtension(all, extension);
  }
  return problems.length > 0 ? fail({ kind: 'bad-extension', problems }) : ok(all);
};
