import { expect, it } from 'vitest';

import { afterStep, allDone, stepsFor, stoppedAt } from './steps.ts';

const states = (steps: ReturnType<typeof stepsFor>): string => steps.map((it) => it.state[0]).join('');

it('a step that is done has all before it done', () => {
  expect(states(afterStep(stepsFor('enable'), 'migrate'))).toBe('dddww');
  expect(states(afterStep(afterStep(stepsFor('enable'), 'migrate'), 'check'))).toBe('dddww');
  expect(states(allDone(stepsFor('remove')))).toBe('dddd');
});

it('a change that is stopped failed at the first step that is not done', () => {
  expect(states(stoppedAt(stepsFor('remove')))).toBe('fwww');
  expect(states(stoppedAt(afterStep(stepsFor('remove'), 'export')))).toBe('ddfw');
});
