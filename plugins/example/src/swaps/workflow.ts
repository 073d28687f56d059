import { type Effect, type Guard, workflowFor } from '@saubac/domain/workflow';
import { permissionOf } from '@saubac/plugin-api';

import { type Days, holdsOn, overlap } from '../duties/period.ts';
import { manifest } from '../manifest.ts';

/** A request to be replaced, as guards see it: whatever they ask about is here. */
export type Swap = { id: string; place: string; duty: Days; from: string; replacement: { person: string; duties: readonly Days[] } };

const replacedIsOnDuty: Guard<Swap> = { name: 'replacedIsOnDuty', refusal: 'refusal.notOnDutyThen', holds: (it) => holdsOn(it.duty, it.from) };
const replacementIsFree: Guard<Swap> = {
  name: 'replacementIsFree',
  refusal: 'refusal.replacementOnDuty',
  holds: (it) => !it.replacement.duties.some((duty) => overlap(duty, { from: it.from, to: it.duty.to })),
};

/** Done by the handler of the same name, after the move. */
const tellDesk: Effect<Swap> = { name: 'tellDesk', payload: (it) => ({ swap: it.id }) };

const ask = permissionOf(manifest, 'swap.ask');
const decide = permissionOf(manifest, 'swap.decide');

/** How somebody is replaced at a desk: an agency asks, the head of the department decides. */
export const swapFlow = workflowFor<Swap>()({
  id: 'example-swap',
  states: ['asked', 'approved', 'declined', 'withdrawn'],
  initial: 'asked',
  final: ['approved', 'declined', 'withdrawn'],
  moves: {
    approve: { from: 'asked', to: 'approved', permission: decide, guards: [replacedIsOnDuty, replacementIsFree], effects: [tellDesk] },
    decline: { from: 'asked', to: 'declined', permission: decide, reason: 'asked' },
    withdraw: { from: 'asked', to: 'withdrawn', permission: ask, by: 'opener' },
  },
  deadlines: { asked: { workingDays: 3, remindBefore: 1 } },
});

/** Why a request could not be approved as things stand, as a word of the manifest; undefined if it could. */
export const refusalOf = (swap: Swap): string | undefined => swapFlow.moves.approve.guards?.find((it) => !it.holds(swap))?.refusal;
