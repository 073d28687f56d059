import { defineTarget, evidence, goal } from '@saubac/plugin-api';

import { facts } from './facts.ts';

const clause = { document: 'plan', clause: 'VI.4.¶2' };

export const targets = [
  // The clause names no share: a document that classes were held meets it, and who has learned is counted beside it.
  defineTarget({
    id: 'lao-classes-held',
    title: 'target.classesHeld',
    basis: clause,
    milestone: '2030-12-31',
    measure: evidence(),
    cohort: facts.worksWithLaos.isTrue(),
    reachedWhen: facts.laoCourse.atLeast('basic'),
  }),
  // Offered for a later plan that sets a share; the figure is a proposal and changed where the plan is drafted.
  defineTarget({
    id: 'working-with-laos-basic-2030',
    title: 'target.workingWithLaos',
    basis: clause,
    milestone: '2030-12-31',
    measure: goal(6000),
    cohort: facts.worksWithLaos.isTrue(),
    reachedWhen: facts.laoCourse.atLeast('basic'),
  }),
];
