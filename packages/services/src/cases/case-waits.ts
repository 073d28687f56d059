import type { WaitingPlaces } from '@saubac/db/cases';
import { movesOf, originsOf, type Workflow, type WorkflowStructure, workflowOfCase } from '@saubac/domain/workflow';
import type { Ctx } from '../context/index.ts';
import type { CaseKind } from './case-kind.ts';
import { type Hand, scopeOfHand } from './hands.ts';

type Waiting = { case: { state: string; dueOn: string | null; unit: string | null }; structure: Pick<WorkflowStructure, 'moves'> };

/**
 * Whether a case waits for somebody because of the moves that one of his hands may take: the one rule of inbox, counts and notices. What only its own
 * author could take back waits for somebody else; what has no last day and can't be moved yet waits for something else.
 */
export const waitsThrough = <Subject>({ workflow, waitsFor }: Pick<CaseKind<Subject>, 'workflow' | 'waitsFor'>, { case: it, structure }: Waiting, { access }: Hand, open: readonly { move: string; refusals: readonly string[] }[]): boolean => {
  const own = new Set(structure.moves.filter(({ by }) => by === 'opener').map(({ name }) => name));
  return open.some(
    ({ move, refusals }) =>
      !own.has(move) && !workflow.moves[move]?.aside?.includes(it.state) && (it.dueOn !== null || refusals.length === 0) && (waitsFor?.(move, it.unit === null ? 'tenant' : 'unit', access) ?? true),
  );
};

/** Where cases of a kind may wait for whoever has these hands, by any of the definitions that cases of it may go by. Outside none does; inside each is looked at. */
export const placesThatMayWait = <Subject>(ctx: Pick<Ctx, 'registry'>, { workflow: current, waitsFor }: CaseKind<Subject>, hands: readonly Hand[], kept: readonly WorkflowStructure[]): WaitingPlaces => {
  const [unit, tenant] = [new Set<string>(), new Set<string>()];
  const add = (workflow: Workflow<Subject>): void => {
    for (const [name, move] of movesOf(workflow)) {
      if (move.by === 'opener' || move.by === 'clock') continue;
      for (const hand of hands.filter((it) => scopeOfHand(ctx, it, move.permission).ok)) {
        const states = originsOf(move).filter((state) => !current.moves[name]?.aside?.includes(state));
        if (waitsFor?.(name, 'unit', hand.access) ?? true) for (const state of states) unit.add(state);
        if (waitsFor?.(name, 'tenant', hand.access) ?? true) for (const state of states) tenant.add(state);
      }
    }
  };
  add(current);
  for (const structure of kept) add(workflowOfCase(structure, current, { state: structure.initial, coreState: structure.initial }).workflow);
  return { unit: [...unit], tenant: [...tenant] };
};

