import { fail, ok, type Result } from '../values/index.ts';
import { movesOf, originsOf, type Effect, type Workflow } from './definition.ts';

/** Whose hands took a move: of one person, or of one in the place of another. */
export type Hands = string | readonly string[];

/** A case as far as deciding a move needs it. `lastBy`: who took which move last, by the move's name. */
export type CaseStanding = { state: string; openedBy: string; lastBy: Readonly<Record<string, Hands>> };

/** Who wants to move a case, `inPlaceOf` somebody for whom he covers. The clock holds no permission and asks for none. */
export type Mover = { by: 'clock' } | { by: 'person'; id: string; inPlaceOf?: string | undefined; may: (permission: string) => boolean };

/** Why a move is not taken. */
export type MoveFailure =
  | { kind: 'no-such-move'; move: string }
  | { kind: 'not-from-here'; move: string; state: string; possible: readonly string[] }
  | { kind: 'forbidden'; permission: string }
  | { kind: 'not-by-a-person'; move: string }
  | { kind: 'not-the-opener'; move: string }
  | { kind: 'second-person-needed'; move: string; first: string }
  | { kind: 'reason-needed'; move: string }
  | { kind: 'guard-refused'; move: string; refusals: readonly string[] };

/** A move that is taken: where it leads, and what follows it. */
export type DecidedMove = { to: string; effects: readonly { name: string; payload: Readonly<Record<string, string | number | boolean | null>> }[] };

const handsOf = ({ id, inPlaceOf }: Extract<Mover, { by: 'person' }>): readonly string[] => (inPlaceOf === undefined ? [id] : [id, inPlaceOf]);

// Nobody is both hands of an act of two people: neither who covers nor who is covered, in whichever of the two roles.
const touched = (past: Hands | undefined, hands: readonly string[]): boolean => past !== undefined && (typeof past === 'string' ? [past] : past).some((it) => hands.includes(it));

const refusedTo = <Subject>(workflow: Workflow<Subject>, standing: CaseStanding, move: string, mover: Mover): MoveFailure | undefined => {
  const definition = workflow.moves[move];
  if (!definition) return { kind: 'no-such-move', move };
  if (mover.by === 'clock') return definition.by === 'clock' ? undefined : { kind: 'forbidden', permission: definition.permission };
  if (definition.by === 'clock') return { kind: 'not-by-a-person', move };
  if (!mover.may(definition.permission)) return { kind: 'forbidden', permission: definition.permission };
  const hands = handsOf(mover);
  if (definition.by === 'opener' && !hands.includes(standing.openedBy)) return { kind: 'not-the-opener', move };
  const first = (definition.otherThan ?? []).find((other) => touched(standing.lastBy[other], hands));
  return first === undefined ? undefined : { kind: 'second-person-needed', move, first };
};

const fromHere = <Subject>(workflow: Workflow<Subject>, state: string): string[] => movesOf(workflow).filter(([, it]) => originsOf(it).includes(state)).map(([name]) => name);

/**
 * Whether a case may be moved, and what follows. The first thing that stands against it is told, in this order: the move exists, the mover
 * may, the case is where the move starts, a reason is given, and then every guard that does not hold.
 */
export const decideMove = <Subject>(
  workflow: Workflow<Subject>, standing: CaseStanding, move: string, mover: Mover, subject: Subject, reason?: string,
): Result<DecidedMove, MoveFailure> => {
  const refused = refusedTo(workflow, standing, move, mover);
  if (refused) return fail(refused);
  const definition = workflow.moves[move];
  if (!definition || !originsOf(definition).includes(standing.state)) return fail({ kind: 'not-from-here', move, state: standing.state, possible: fromHere(workflow, standing.state) });
  if (definition.reason === 'asked' && !reason?.trim()) return fail({ kind: 'reason-needed', move });
  const refusals = (definition.guards ?? []).filter((guard) => !guard.holds(subject)).map((guard) => guard.refusal);
  if (refusals.length > 0) return fail({ kind: 'guard-refused', move, refusals });
  return ok({ to: definition.to, effects: (definition.effects ?? []).map((effect: Effect<Subject>) => ({ name: effect.name, payload: effect.payload(subject) })) });
};

/** What somebody could do with a case now: each move that starts here and that he may take, with why its guards refuse it as things stand. */
export const movesOpenTo = <Subject>(workflow: Workflow<Subject>, standing: CaseStanding, mover: Mover, subject: Subject): readonly { move: string; to: string; reason: boolean; refusals: readonly string[] }[] =>
  movesOf(workflow)
    .filter(([name, it]) => originsOf(it).includes(standing.state) && refusedTo(workflow, standing, name, mover) === undefined)
    .map(([move, it]) => ({ move, to: it.to, reason: it.reason === 'asked', refusals: (it.guards ?? []).filter((guard) => !guard.holds(subject)).map((guard) => guard.refusal) }));
