import { fail, ok, type Result } from '../values/index.ts';
import { type Effect, type Guard, movesOf, type Move, type Workflow } from './definition.ts';
import type { WorkflowStructure } from './structure.ts';

const byName = <Part extends { name: string }>(parts: readonly Part[]): ReadonlyMap<string, Part> => new Map(parts.map((it) => [it.name, it]));

/**
 * The workflow that a case began with, its conditions and deeds taken by name from the one that stands now. Refused where one of them is
 * gone: then the case goes on by the one that stands now.
 */
export const pinnedWorkflow = <Subject>(structure: WorkflowStructure, current: Workflow<Subject>): Result<Workflow<Subject>, { kind: 'definition-gone'; missing: readonly string[] }> => {
  const guards = byName(movesOf(current).flatMap(([, it]): readonly Guard<Subject>[] => it.guards ?? []));
  const effects = byName(movesOf(current).flatMap(([, it]): readonly Effect<Subject>[] => it.effects ?? []));
  const missing = structure.moves.flatMap((it) => [...it.guards.filter((name) => !guards.has(name)), ...it.effects.filter((name) => !effects.has(name))]);
  if (missing.length > 0) return fail({ kind: 'definition-gone', missing: [...new Set(missing)] });
  const moves = structure.moves.map((it): [string, Move<string, string, Subject>] => [
    it.name,
    {
      from: it.from,
      to: it.to,
      permission: it.permission,
      guards: it.guards.flatMap((name) => guards.get(name) ?? []),
      effects: it.effects.flatMap((name) => effects.get(name) ?? []),
      otherThan: it.otherThan,
      ...(it.reason ? { reason: 'asked' as const } : {}),
      ...(it.by === 'person' ? {} : { by: it.by }),
    },
  ]);
  const { id, states, initial, final, deadlines, fallsBackTo } = structure;
  return ok({ id, states, initial, final, deadlines, fallsBackTo, moves: Object.fromEntries(moves) });
};

/** A case goes on by its own definition while that can be carried out; else by the one that stands now, in the state of the core that it counts as. */
export const workflowOfCase = <Subject>(structure: WorkflowStructure | undefined, current: Workflow<Subject>, at: { state: string; coreState: string }): { workflow: Workflow<Subject>; state: string } => {
  const pinned = structure && pinnedWorkflow(structure, current);
  if (pinned?.ok) return { workflow: pinned.value, state: at.state };
  return { workflow: current, state: current.states.includes(at.state) ? at.state : at.coreState };
};
