import { coreFacts } from '@saubac/domain/people';
import { definitionsById, sentenceOf } from '@saubac/domain/rules';
import { type Plugin, wordOf } from '@saubac/plugin-api';
import type { PluginAdmin } from '@saubac/plugin-api/admin';
import { createPluginHost, type LoadedPlugin, loadPlugin } from '@saubac/plugin-host';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import { refusal, requestTo, routesOf } from './front-door.ts';

/** What every plugin must hold without a database. Called by `plugin.test.ts` of a plugin with its own folder. */
export const describePlugin = (folder: string): void => {
  describe('the plugin', () => {
    let loaded: LoadedPlugin | undefined;
    const plugin = (): Plugin => {
      if (!loaded?.plugin) throw new Error(`No plugin to be used in ${folder}`);
      return loaded.plugin;
    };

    beforeAll(async () => {
      loaded = await loadPlugin(folder);
    });

    it('is found by its package.json and passes the checks of the host', () => {
      expect(loaded).toMatchObject({ failures: [] });
    });

    it('says for whom it is in a README', () => {
      const path = join(folder, 'README.md');
      expect(existsSync(path) && readFileSync(path, 'utf8').trim().length > 0).toBe(true);
    });

    it('has the version of its package', () => {
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
      expect(plugin().manifest.version).toBe(version);
    });

    it('can say each of its rules in both languages, without the name of a fact or a code', () => {
      const own = Object.values(plugin().facts ?? {}).map((it) => it.definition);
      const definitions = definitionsById([...coreFacts, ...own]);
      const rules = (plugin().targets ?? []).flatMap((it) => [it.cohort, it.reachedWhen]).filter((it) => it !== undefined);
      const sentences = rules.flatMap((it) => [sentenceOf(it, definitions, 'vi'), sentenceOf(it, definitions, 'en')]);
      expect(sentences.filter((it) => it.trim() === '' || it.includes(`${plugin().manifest.id}.`))).toEqual([]);
    });

    it('asks for one of its own permissions on every route, before anything else', async () => {
      const { id, permissions = {} } = plugin().manifest;
      const ask = createPluginHost(loaded ? [loaded] : []).app(id);
      const open: string[] = [];
      for (const { method, path } of routesOf(plugin())) {
        const asked: string[] = [];
        const given = {
          locale: 'vi' as const,
          open: (permission: string) => {
            asked.push(permission);
            return { ok: false as const, failure: { kind: 'forbidden' as const, permission: permission as 'plugin.read' } };
          },
          refuse: refusal,
          unknown: () => new Response('', { status: 404 }),
        };
        const answered = await ask?.(requestTo(id, method, path.replaceAll(/:\w+/g, 'x'), method === 'GET' ? undefined : {}), given).catch(() => undefined);
        if (answered?.status !== 403 || asked.length !== 1 || !asked.every((it) => it.slice(id.length + 1) in permissions)) open.push(`${method} ${path}`);
      }
      expect(open).toEqual([]);
    });

    it('delivers each page and card that its manifest promises', async () => {
      const { pages = {}, slots = {} } = plugin().manifest;
      const entry = join(folder, 'src/admin.tsx');
      if (Object.keys(pages).length + Object.keys(slots).length === 0 && !existsSync(entry)) return;
      const { default: admin } = (await import(/* @vite-ignore */ entry)) as { default: PluginAdmin };
      const loads = [...Object.values(admin.pages), ...Object.values(admin.slots).map((it) => it.load)];
      expect([Object.keys(admin.pages).toSorted(), Object.keys(admin.slots).toSorted()]).toEqual([Object.keys(pages).toSorted(), Object.keys(slots).toSorted()]);
      for (const load of loads) expect((await load()).default).toBeTypeOf('function');
    });

    it('titles its targets differently', () => {
      const titles = (plugin().targets ?? []).map((it) => wordOf(plugin().manifest, it.title).vi);
      expect(new Set(titles).size).toBe(titles.length);
    });
  });
};
