import { level } from '@saubac/domain/rules';
import { defineTarget, goal } from '@saubac/plugin-api';

import { facts } from './facts.ts';

export const targets = [
  defineTarget({
    id: 'gate-duty-chinese-2030',
    title: 'target.gateDutyChinese',
    basis: { document: 'lang-son-request', clause: '1' },
    milestone: '2030-12-31',
    measure: goal(5000),
    cohort: facts.onGateDuty.isTrue(),
    reachedWhen: level(['zh']).atLeast(3),
  }),
];
