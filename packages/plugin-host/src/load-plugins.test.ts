import { defineManifest, definePlugin } from '@saubac/plugin-api';
import { coreWorkflows } from '@saubac/services/inbox';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

import { findPlugins, type FoundPlugin } from './find-plugins.ts';
import { isSafeMode, loadFound, loadPlugins } from './load-plugins.ts';

const found = (id: string, folder = id): FoundPlugin => ({ id, folder, entry: new URL(`file:///plugins/${folder}/plugin.ts`) });
const plugin = (id: string) => ({ default: definePlugin(defineManifest({ id, version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a' }, en: { title: 't', about: 'a' } } }), {}) });

const load = (plugins: FoundPlugin[], modules: Record<string, () => Promise<unknown>>) =>
  loadFound(plugins, { importModule: (entry) => modules[entry.pathname.split('/')[2] ?? '']?.() ?? Promise.reject(new Error('no such module')), patienceMs: 20 });

const packageOf = (id: string) => JSON.stringify({ saubac: { plugin: id }, exports: { '.': './plugin.mjs' } });

describe('plugins of a folder', () => {
  const roots: string[] = [];
  afterAll(() => roots.forEach((it) => rmSync(it, { recursive: true })));

  const write = (files: Record<string, string>): string => {
    const root = mkdtempSync(join(tmpdir(), 'saubac-plugins-'));
    roots.push(root);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };

  it('are those whose package says so, in the order of their folders', async () => {
    const root = write({ 'b/package.json': packageOf('two'), 'a/package.json': packageOf('one'), 'c/package.json': '{"name":"c"}', 'd/package.json': 'no json', 'README.md': '' });
    expect((await findPlugins(root)).map((it) => it.id)).toEqual(['one', 'two']);
  });

  it('are none where there is no folder', async () => {
    expect(await findPlugins('/nowhere/plugins')).toEqual([]);
  });

  it('are imported from their entry', async () => {
    const manifest = JSON.stringify({ id: 'one', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a' }, en: { title: 't', about: 'a' } } });
    const root = write({
      'one/package.json': packageOf('one'),
      'one/plugin.mjs': `export default { manifest: ${manifest} };`,
      'two/package.json': packageOf('two'),
      'two/plugin.mjs': `throw new Error('no words file');`,
    });
    const loaded = await loadPlugins(root, { coreWorkflows });
    expect(loaded.map((it) => [it.id, it.plugin?.manifest.version, it.failures])).toEqual([
      ['one', '1.0.0', []],
      ['two', undefined, [{ kind: 'import-failed', message: 'no words file' }]],
    ]);
  });
});

describe('loading', () => {
  it('runs nothing of any plugin in safe mode, and says so of each', async () => {
    const touched: string[] = [];
    const importModule = (entry: URL) => {
      touched.push(entry.pathname);
      return Promise.resolve(plugin('good'));
    };
    const loaded = await loadFound([found('good'), found('other')], { importModule, patienceMs: 20 }, { safeMode: true });
    expect([loaded, touched]).toEqual([['good', 'other'].map((id) => ({ id, plugin: null, failures: [{ kind: 'safe-mode' }] })), []]);
  });

  it.each([['1', true], ['0', false], ['', false], [undefined, false]])('takes SAFE_MODE=%s for safe mode: %s', (value, expected) => {
    expect(isSafeMode({ SAFE_MODE: value })).toBe(expected);
  });

  it('goes on without a plugin that throws, hangs or is none, and says why', async () => {
    const loaded = await load([found('good'), found('throws'), found('hangs'), found('empty')], {
      good: async () => plugin('good'),
      throws: async () => {
        throw new Error('broken');
      },
      hangs: () => new Promise(() => {}),
      empty: async () => ({ default: { manifest: { id: 'empty' } } }),
    });
    expect(loaded.map((it) => [it.id, it.failures])).toEqual([
      ['empty', [{ kind: 'not-a-plugin' }]],
      ['good', []],
      ['hangs', [{ kind: 'import-failed', message: 'not loaded after 20 ms' }]],
      ['throws', [{ kind: 'import-failed', message: 'broken' }]],
    ]);
  });

  it('refuses both of two plugins with one id', async () => {
    const loaded = await load([found('same', 'a'), found('same', 'b'), found('other')], { a: async () => plugin('same'), b: async () => plugin('same'), other: async () => plugin('other') });
    expect(loaded.map((it) => [it.id, it.plugin === null])).toEqual([
      ['other', false],
      ['same', true],
    ]);
    expect(loaded[1]?.failures).toEqual([
      { kind: 'id-taken', id: 'same', by: 'a' },
      { kind: 'id-taken', id: 'same', by: 'b' },
    ]);
  });

  it('refuses a plugin that adds to a workflow of the core at a state that the workflow does not have', async () => {
    const adding = (fallsBackTo: string, to: string) => {
      const { default: it } = plugin('adds');
      const words = Object.fromEntries(['title', 'about', 'plan-task.state.parked', 'plan-task.move.park', 'plan-task.move.goOn'].map((key) => [key, key]));
      const move = { permission: 'evidence.record', from: 'parked', to };
      const extension = { by: 'adds', of: 'plan-task', states: { parked: { fallsBackTo } }, moves: { park: { ...move, from: 'open', to: 'parked' }, goOn: move } };
      return { default: { ...it, manifest: { ...it.manifest, words: { vi: words, en: words } }, workflows: [extension] } };
    };
    const loadedWith = async (state: string) => (await loadFound([found('adds')], { importModule: () => Promise.resolve(adding(state, state)), patienceMs: 1_000 }, { coreWorkflows }))[0]?.failures;
    expect(await loadedWith('nowhere')).toContainEqual({ kind: 'extension-invalid', workflow: 'plan-task', problem: expect.objectContaining({ state: 'nowhere' }) as object });
    expect(await loadedWith('open')).toEqual([]);
  });

  it('refuses a plugin that calls itself otherwise than its package does', async () => {
    const [loaded] = await load([found('one')], { one: async () => plugin('two') });
    expect(loaded?.failures).toEqual([{ kind: 'id-differs', inPackage: 'one', inManifest: 'two' }]);
  });
});
