import { planVersionFlow } from '@saubac/domain/plan';
import { composeWorkflow } from '@saubac/domain/workflow';
import { expect, it } from 'vitest';

import { planFromFirstOfMonth } from './workflows.ts';

it('lets a plan be handed in that begins on the first of a month, or that has no day yet, and no other', () => {
  const guards = planFromFirstOfMonth.guards?.['submit'] ?? [];
  const lets = (from: string | null) => guards.every((it) => it.holds({ from } as never));
  expect([lets('2026-01-01'), lets(null), lets('2026-01-15')]).toEqual([true, true, false]);
});

it('adds to what the core asks and takes nothing away', () => {
  const composed = composeWorkflow(planVersionFlow, [planFromFirstOfMonth as never]);
  if (!composed.ok) throw new Error(JSON.stringify(composed.failure));
  const core = (planVersionFlow.moves.submit.guards ?? []).map((it) => it.name);
  expect(composed.value.moves['submit']?.guards?.map((it) => it.name)).toEqual([...core, 'beginsWithMonth']);
});
