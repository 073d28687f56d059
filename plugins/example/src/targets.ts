import { level } from '@saubac/domain/rules';
import { defineTarget, goal } from '@saubac/plugin-api';

import { facts } from './facts.ts';

export const targets = [
  defineTarget({
    id: 'serving-foreign-visitors-2030',
    title: 'target.servingForeignVisitors',
    basis: { document: 'example-resolution', clause: '3' },
    milestone: '2030-12-31',
    measure: goal(5000),
    cohort: facts.servesForeignVisitors.isTrue(),
    reachedWhen: level('any').atLeast(3),
  }),
];
