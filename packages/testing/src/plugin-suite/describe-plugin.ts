import { coreFacts } from '@saubac/domain/people';
import { definitionsById, sentenceOf } from '@saubac/domain/rules';
import { type Plugin, wordOf } from '@saubac/plugin-api';
import { type LoadedPlugin, loadPlugin } from '@saubac/plugin-host';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

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

    it('titles its targets differently', () => {
      const titles = (plugin().targets ?? []).map((it) => wordOf(plugin().manifest, it.title).vi);
      expect(new Set(titles).size).toBe(titles.length);
    });
  });
};
