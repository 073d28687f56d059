import type { LocalText } from '../values/index.ts';
import { type Guard, workflowFor } from '../workflow/index.ts';

/** An obstacle or proposal as whoever deals with it sees it. */
export type ObstacleInHand = { id: string; title: LocalText; text: string; proposal: string; answer: string | null };

const isAnswered: Guard<ObstacleInHand> = { name: 'isAnswered', refusal: 'refusal.isAnswered', holds: ({ answer }) => answer !== null && answer.trim() !== '' };

/** How an obstacle is dealt with: raised, taken in hand, answered, and closed by whoever raised it, who may also ask again with a reason. */
export const obstacleFlow = workflowFor<ObstacleInHand>()({
  id: 'obstacle',
  states: ['raised', 'in-hand', 'answered', 'closed', 'withdrawn'],
  initial: 'raised',
  final: ['closed', 'withdrawn'],
  moves: {
    take: { from: 'raised', to: 'in-hand', permission: 'obstacle.answer' },
    answer: { from: 'in-hand', to: 'answered', permission: 'obstacle.answer', guards: [isAnswered] },
    close: { from: 'answered', to: 'closed', permission: 'obstacle.raise', by: 'opener' },
    askAgain: { from: 'answered', to: 'in-hand', permission: 'obstacle.raise', by: 'opener', reason: 'asked' },
    withdraw: { from: ['raised', 'in-hand'], to: 'withdrawn', permission: 'obstacle.raise', by: 'opener' },
  },
  deadlines: { raised: { workingDays: 5, remindBefore: 2 }, 'in-hand': { workingDays: 15, remindBefore: 5 } },
});
