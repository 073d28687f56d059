import { listTenantPlugins } from '@saubac/db/plugins';
import { createWords } from '@saubac/i18n';
import { isoDate } from '@saubac/domain/values';
import { disablePlugin, type LoadedPlugin } from '@saubac/plugin-host';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DemoContext } from '../src/start/demo/demo-context.ts';
import { enableLeft, pluginsLeft, sampleLeft } from '../src/start/demo/plugin-steps.ts';

type Sample = NonNullable<Extract<LoadedPlugin, { failures: readonly [] }>['plugin']['sample']>;

const words = createWords('en');
const text = { title: 'One', about: 'One.' };
const pluginOf = (id: string, sample?: Sample): LoadedPlugin => ({
  id,
  plugin: { manifest: { id, version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: text, en: text } }, ...(sample ? { sample } : {}) },
  failures: [],
});

describe('the plugins of a demonstration', () => {
  let cluster: TestCluster;
  let told: string[];
  const context = (...plugins: string[]): DemoContext => ({
    cluster, words, files: undefined as never, size: 400, workFolder: '/nowhere', tell: (it) => void told.push(it),
    tenant: { slug: 'alpha', name: 'Alpha', kind: 'province', code: null, plugins, folder: '/nowhere' },
  });
  const setUp = async (of: DemoContext, loaded: LoadedPlugin[], timeoutMs?: number): Promise<void> => {
    await enableLeft(of, loaded);
    await sampleLeft(of, loaded, timeoutMs);
  };
  const states = () => cluster.withTenant('alpha', async ({ db }) => (await listTenantPlugins(db)).map((it) => [it.id, it.state]));

  beforeEach(async () => {
    told = [];
    cluster = await cloneDatabase();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await cluster.close();
  });

  it('are enabled, and each puts in what it shows once, however often the product is started', async () => {
    const seen: unknown[] = [];
    const loaded = [pluginOf('one', ({ tenant, actor }) => Promise.resolve(void seen.push([tenant.slug, actor.label]))), pluginOf('two')];
    for (let start = 0; start < 2; start += 1) await setUp(context('one', 'two'), loaded);
    expect([seen, told]).toEqual([[['alpha', 'operator']], []]);
    expect(await states()).toEqual([['one', 'enabled'], ['two', 'enabled']]);
    expect(await pluginsLeft(cluster, context('one', 'two').tenant)).toEqual([]);
  });

  it('are told when their sample throws or hangs, and the others are set up', async () => {
    const seen: string[] = [];
    const loaded = [
      pluginOf('hangs', () => new Promise(() => {})),
      pluginOf('throws', () => Promise.reject(new Error('no such person'))),
      pluginOf('well', () => Promise.resolve(void seen.push('well'))),
    ];
    await setUp(context('hangs', 'throws', 'well'), loaded, 50);
    expect(seen).toEqual(['well']);
    expect(told).toEqual([
      'Alpha: the sample of the plugin hangs could not be made: TookTooLong: not done after 50 ms',
      'Alpha: the sample of the plugin throws could not be made: Error: no such person',
    ]);
  });

  it('are tried again at the next start where they could not be enabled', async () => {
    const broken: LoadedPlugin = { id: 'one', plugin: null, failures: [{ kind: 'not-a-plugin' }] };
    await setUp(context('one'), [broken]);
    expect(told).toEqual([expect.stringContaining('Alpha: the plugin one could not be enabled:')]);
    const seen: string[] = [];
    await setUp(context('one'), [pluginOf('one', () => Promise.resolve(void seen.push('one')))]);
    expect([seen, await states()]).toEqual([['one'], [['one', 'enabled']]]);
  });

  it('stay off where somebody switched them off', async () => {
    await enableLeft(context('one'), [pluginOf('one')]);
    await disablePlugin(cluster, { slug: 'alpha', plugin: 'one' }, { write: { actor: { id: null, label: 'test' }, now: new Date() }, today: isoDate('2025-12-31') });
    const seen: string[] = [];
    await setUp(context('one'), [pluginOf('one', () => Promise.resolve(void seen.push('one')))]);
    expect([seen, await states(), await pluginsLeft(cluster, context('one').tenant)]).toEqual([[], [['one', 'disabled']], []]);
  });

  it('are left for a later start in safe mode', async () => {
    vi.stubEnv('SAFE_MODE', '1');
    await setUp(context('one'), [pluginOf('one')]);
    expect(await states()).toEqual([]);
    vi.unstubAllEnvs();
    expect(await pluginsLeft(cluster, context('one').tenant)).toEqual(['one']);
  });
});
