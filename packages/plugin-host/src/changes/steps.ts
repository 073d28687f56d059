import type { ChangeAct, ChangeStep, ChangeStepName } from '@saubac/db/plugins';

const stepsOf: Readonly<Record<ChangeAct, readonly ChangeStepName[]>> = {
  enable: ['check', 'settings', 'migrate', 'facts', 'enlist'],
  disable: ['check', 'enlist'],
  remove: ['check', 'export', 'drop', 'enlist'],
};

/** The steps of a change before any is done. */
export const stepsFor = (act: ChangeAct): ChangeStep[] => stepsOf[act].map((name) => ({ name, state: 'waiting' }));

/** The steps once one is done, with all before it. */
export const afterStep = (steps: readonly ChangeStep[], done: ChangeStepName): ChangeStep[] => {
  const at = steps.findIndex(({ name }) => name === done);
  return steps.map((it, index) => (index <= at ? { ...it, state: 'done' } : it));
};

/** The steps of a change that ended well. */
export const allDone = (steps: readonly ChangeStep[]): ChangeStep[] => steps.map((it) => ({ ...it, state: 'done' }));

/** The steps of a change that was stopped: the first that is not done failed. */
export const stoppedAt = (steps: readonly ChangeStep[]): ChangeStep[] => {
  const at = steps.findIndex(({ state }) => state !== 'done');
  return steps.map((it, index) => (index === at ? { ...it, state: 'failed' } : it));
};
