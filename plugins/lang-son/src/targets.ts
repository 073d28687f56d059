import { level } from '@saubac/domain/rules';
import { defineTarget, goal } from '@saubac/plugin-api';

import { facts } from './facts.ts';

export const targets = [
  defineTarget({
    id: 'border-gates-chinese-2030',
    title: 'target.borderGates',
    basis: { document: 'request-of-the-province', clause: '1' },
    milestone: '2030-12-31',
    measure: goal(5000),
    cohort: facts.atBorderGate.isTrue(),
    reachedWhen: level(['zh']).atLeast(3),
  }),
];
