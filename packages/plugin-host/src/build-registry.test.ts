import type { TenantPlugin } from '@saubac/db/plugins';
import { defineFacts, defineManifest, definePlugin, defineTarget, evidence, fact, type PluginFailure, standingOfFact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';

import { buildRegistry } from './build-registry.ts';
import type { LoadedPlugin } from './load-plugins.ts';

const loaded = (id: string): LoadedPlugin => {
  const manifest = defineManifest({ id, version: '2.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'một' }, en: { title: 't', about: 'a', a: 'one' } } });
  const facts = defineFacts(manifest, { onDuty: fact.flag({ label: 'a', relation: () => sql`` }) });
  const targets = [defineTarget({ id: 'ready', title: 'a', basis: { document: 'd', clause: '1' }, milestone: '2030-12-31', measure: evidence() })];
  return { id, plugin: definePlugin(manifest, { facts, targets, migrations: new URL('file:///migrations/') }), failures: [] };
};
const broken: readonly PluginFailure[] = [{ kind: 'not-a-plugin' }];
const row = (id: string, state: TenantPlugin['state'], failures: readonly PluginFailure[] = []): TenantPlugin => ({ id, version: '1.0.0', state, config: {}, failures });

describe('the registry of a tenant', () => {
  it('offers the facts, targets and migrations of what the tenant has enabled, and of nothing else', () => {
    const registry = buildRegistry([loaded('on'), loaded('off'), loaded('new')], [row('on', 'enabled'), row('off', 'disabled')]);
    expect([...registry.facts.keys()]).toEqual(['on.onDuty']);
    expect(registry.targets.map((it) => [it.plugin, it.id, it.title.vi])).toEqual([['on', 'ready', 'một']]);
    expect(registry.migrations).toEqual([{ plugin: 'on', name: 'plugin:on', directory: '/migrations/' }]);
    expect([...registry.plugins].map(([id, it]) => [id, it.state])).toEqual([['new', 'available'], ['off', 'disabled'], ['on', 'enabled']]);
  });

  it('holds nothing of plugins that were left out in safe mode, and says so of all but those that are switched off', () => {
    const left = (id: string): LoadedPlugin => ({ id, plugin: null, failures: [{ kind: 'safe-mode' }] });
    const registry = buildRegistry(['on', 'off', 'broke', 'new'].map(left), [row('on', 'enabled'), row('off', 'disabled'), row('broke', 'failed', broken)]);
    expect([...registry.plugins].map(([id, it]) => [id, it.state])).toEqual([['broke', 'safe-mode'], ['new', 'safe-mode'], ['off', 'disabled'], ['on', 'safe-mode']]);
    expect([registry.active.size, registry.facts.size, registry.targets.length, registry.cases.length]).toEqual([0, 0, 0, 0]);
  });

  it('says why a fact of a broken, failed or vanished plugin can not be had', () => {
    const failed: PluginFailure[] = [{ kind: 'migration-failed', reason: 'changed-file', version: '0001', message: '' }];
    const registry = buildRegistry(
      [{ id: 'broken', plugin: null, failures: broken }, loaded('failed')],
      [row('broken', 'enabled'), row('failed', 'failed', failed), row('gone', 'enabled')],
    );
    expect(registry.facts.size).toBe(0);
    expect(standingOfFact(registry, 'broken.onDuty')).toEqual({ state: 'failed', version: '1.0.0', failures: broken });
    expect(standingOfFact(registry, 'failed.onDuty')).toEqual({ state: 'failed', version: '2.0.0', failures: failed });
    expect(standingOfFact(registry, 'gone.onDuty')).toEqual({ state: 'failed', version: '1.0.0', failures: [{ kind: 'not-found' }] });
    expect(standingOfFact(registry, 'kind')).toBeUndefined();
  });
});
