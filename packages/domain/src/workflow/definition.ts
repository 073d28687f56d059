/** A condition on the subject of a case. It sees the subject only; what would need a database is a field of the subject. */
export type Guard<Subject> = {
  name: string;
  /** Key of the words that say why it does not hold. */
  refusal: string;
  holds: (subject: Subject) => boolean;
};

/** A deed that follows a move: queued with it, done after its commit, at least once. */
export type Effect<Subject> = {
  name: string;
  /** What the deed needs to know: ids and figures, no names of people. */
  payload: (subject: Subject) => Readonly<Record<string, string | number | boolean | null>>;
};

/**
 * A move of a case: a verb that an officer would say.
 * - `permission`: what whoever moves must hold, over the unit of the case.
 * - `reason`: the move is only taken with a reason, which the others read (sending back, declining).
 * - `otherThan`: whoever took one of these moves last does not take this one: the second person of a two-person act.
 * - `by`: `opener` where only who began the case may (withdrawing it), `clock` where no person may (lapsing).
 * - `aside`: the states in which it may be taken although the case waits for somebody else (declining what the unit has not agreed to yet).
 */
export type Move<State extends string, Name extends string, Subject> = {
  from: State | readonly State[];
  to: State;
  permission: string;
  guards?: readonly Guard<Subject>[];
  effects?: readonly Effect<Subject>[];
  reason?: 'asked';
  otherThan?: readonly Name[];
  by?: 'opener' | 'clock';
  aside?: readonly State[];
};

/** How long a case may stay in a state, in working days, and what happens then. */
export type Deadline<Name extends string> = {
  workingDays: number;
  /** So many working days before the last one whoever must act is reminded. */
  remindBefore?: number;
  /** The move that the clock takes when time is over; without one the superior is told and the case goes on. */
  lapse?: Name;
};

/** A workflow: what a case can be, and how it gets from one state to the next. */
export type Workflow<Subject = never, State extends string = string, Name extends string = string> = {
  id: string;
  states: readonly State[];
  initial: State;
  /** States that nothing follows. */
  final: readonly State[];
  moves: Readonly<Record<Name, Move<State, Name, Subject>>>;
  deadlines?: Readonly<Partial<Record<State, Deadline<Name>>>>;
  /** For a state that an extension added: the state of the core that a case falls back to without the extension. */
  fallsBackTo?: Readonly<Record<string, string>>;
};

/**
 * Declares a workflow over a subject. A move to a state that is not in the machine, or a deadline that lapses by an unknown move, does not compile.
 *
 * @example
 * export const review = workflowFor<Review>()({
 *   id: 'review',
 *   states: ['draft', 'submitted', 'approved'],
 *   initial: 'draft',
 *   final: ['approved'],
 *   moves: {
 *     submit: { from: 'draft', to: 'submitted', permission: 'review.write', guards: [hasEvidence] },
 *     sendBack: { from: 'submitted', to: 'draft', permission: 'review.decide', reason: 'asked' },
 *     approve: { from: 'submitted', to: 'approved', permission: 'review.decide', otherThan: ['submit'] },
 *   },
 * });
 */
export const workflowFor =
  <Subject>() =>
  <const State extends string, const Name extends string>(definition: {
    id: string;
    states: readonly State[];
    initial: NoInfer<State>;
    final: readonly NoInfer<State>[];
    moves: Readonly<Record<Name, Move<NoInfer<State>, NoInfer<Name>, Subject>>>;
    deadlines?: Readonly<Partial<Record<NoInfer<State>, Deadline<NoInfer<Name>>>>>;
  }): Workflow<Subject, State, Name> => definition;

/** The states that a move starts from. */
export const originsOf = <State extends string>(move: { from: State | readonly State[] }): readonly State[] => (typeof move.from === 'string' ? [move.from] : (move.from as readonly State[]));

/** The moves of a workflow with their names, in the order in which they are declared. */
export const movesOf = <Subject, State extends string, Name extends string>(workflow: Workflow<Subject, State, Name>): readonly (readonly [Name, Move<State, Name, Subject>])[] =>
  Object.entries(workflow.moves) as [Name, Move<State, Name, Subject>][];
