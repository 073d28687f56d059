import { planVersionFlow } from '@saubac/domain/plan';
import { extendWorkflow, type Guard } from '@saubac/domain/workflow';

import { manifest } from './manifest.ts';
import { swapCase } from './swaps/swap-case.ts';

/** What this province adds to how a plan comes into force: duties are planned by the month, and so are the targets that count them. */
const beginsWithMonth: Guard<{ from: string | null }> = {
  name: 'beginsWithMonth',
  refusal: 'refusal.beginsWithinMonth',
  // A plan without a day is refused by the core itself.
  holds: (plan) => plan.from === null || plan.from.endsWith('-01'),
};

export const planFromFirstOfMonth = extendWorkflow(planVersionFlow, { by: manifest.id, guards: { submit: [beginsWithMonth], approve: [beginsWithMonth] } });

export const workflows = [swapCase, planFromFirstOfMonth];
