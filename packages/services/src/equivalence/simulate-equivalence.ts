import type { LevelChangeCursor } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { dayOfChange, type EquivalenceChange } from '@saubac/domain/levels';
import { type IsoDate, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permitWhole } from '../context/index.ts';
import { askRehearsal, type TookTooLong } from '../figures/index.ts';
import { type EquivalenceEffect, type LevelChangesPage, type Rehearsed, rehearseChange, type RehearsalFailure } from './rehearsal.ts';

/** The change to be tried out. `on`: the day on which targets are compared; where none is named, the first day on which the change matters. */
export type SimulateInput = { change: EquivalenceChange; on?: IsoDate | undefined; declaredToo?: boolean | undefined };

/** What the change would do, and a page of the people whose level it changes, in the order of names. */
export type Simulation = EquivalenceEffect & { people: number; changes: LevelChangesPage };

export type SimulateFailure = Forbidden | RehearsalFailure | TookTooLong;

/** A change with all that its digest depends on. */
export const rehearsedOf = ({ change, on, declaredToo = false }: SimulateInput, today: IsoDate): Rehearsed => ({ change, on: on ?? dayOfChange(change, today), declaredToo });

/**
 * What would become of people's levels and of the targets of the plans in force if another equivalence table were adopted, one ended, or
 * certificates of a type counted for another time. Nothing is changed and nobody waits: it is tried out on copies in a transaction that is undone.
 */
export const simulateEquivalence = async (ctx: Ctx, { after = null, limit = 50, ...input }: SimulateInput & { after?: LevelChangeCursor | null; limit?: number }): Promise<Result<Simulation, SimulateFailure>> => {
  const scope = permitWhole(ctx, 'catalogue.edit');
  if (!scope.ok) return scope;
  const people = permitWhole(ctx, 'person.read');
  if (!people.ok) return people;
  const rehearsed = rehearsedOf(input, ctx.today);
  return askRehearsal(ctx, ['equivalence', rehearsed, after, limit], async (inside, tx) => {
    const found = await rehearseChange(inside, tx, rehearsed, { after, limit });
    return found.ok ? ok({ ...found.value.effect, changes: found.value.page }) : found;
  });
};
