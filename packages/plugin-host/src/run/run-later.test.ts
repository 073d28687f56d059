import type { PluginStanding } from '@saubac/plugin-api';
import type { Ctx } from '@saubac/services/context';
import { describe, expect, it } from 'vitest';

import { createPluginHost } from './host.ts';
import { type HandlerWork, runHandler } from './run-later.ts';

const ctxWith = (standing: PluginStanding): Ctx => ({ registry: { active: new Map(), plugins: new Map([['one', standing]]) } }) as unknown as Ctx;
const work: HandlerWork = { plugin: 'one', handler: 'tell', payload: {}, key: 'k', attempt: 1, complete: () => Promise.resolve(), isDone: () => false, log: () => {} };

describe('work of a plugin that does not run', () => {
  it.each<PluginStanding>([{ state: 'failed', version: '1.0.0', failures: [] }, { state: 'safe-mode', version: null }])('waits while the plugin is to come back: $state', async (standing) => {
    await expect(runHandler(createPluginHost([]), ctxWith(standing), work)).rejects.toMatchObject({ code: 'plugin-failed' });
  });

  it('is done with when the plugin was switched off', async () => {
    await expect(runHandler(createPluginHost([]), ctxWith({ state: 'disabled', version: '1.0.0' }), work)).resolves.toBeUndefined();
  });
});
