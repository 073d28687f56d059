import { defineFacts, defineManifest, definePlugin, defineTarget, evidence, fact, goal, type Plugin, pluginTable } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';
import { uuid } from 'drizzle-orm/pg-core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

import { checkPlugin } from './check-plugin.ts';

const manifest = defineManifest({ id: 'visits', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'một', b: 'hai' }, en: { title: 't', about: 'a', a: 'one', b: 'two' } } });
const facts = defineFacts(manifest, { onDuty: fact.flag({ label: 'a', relation: () => sql`` }) });
const basis = { document: 'resolution', clause: '3' };
const visits = pluginTable(manifest, 'visits', { id: uuid('id').primaryKey() });

const folders: string[] = [];
afterAll(() => folders.forEach((it) => rmSync(it, { recursive: true })));

const migrations = (files: Record<string, string>): URL => {
  const folder = mkdtempSync(join(tmpdir(), 'saubac-plugin-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
};

const changed = (plugin: Plugin, change: object): Plugin => ({ ...plugin, manifest: { ...plugin.manifest, ...change } });

const withCohort = (plugin: Plugin, cohort: object): Plugin => ({ ...plugin, targets: [{ ...plugin.targets?.[0], cohort }] }) as unknown as Plugin;

describe('a plugin', () => {
  const whole = definePlugin(manifest, {
    tables: { visits },
    migrations: migrations({ '0001_visits.sql': 'create table p_visits_visits (id uuid not null)' }),
    facts,
    targets: [
      defineTarget({ id: 'a', title: 'a', basis, milestone: '2030-12-31', measure: goal(5000), cohort: facts.onDuty.isTrue(), reachedWhen: { fact: 'level', atLeast: 3, languages: 'any' } }),
      defineTarget({ id: 'b', title: 'b', basis, milestone: '2030-12-31', measure: evidence() }),
    ],
  });

  it('passes when all it names is there', () => {
    expect(checkPlugin(whole)).toEqual([]);
    expect(checkPlugin(definePlugin(manifest, {}))).toEqual([]);
  });

  it('is refused when it was written for another interface, whatever else it holds', () => {
    expect(checkPlugin(changed(whole, { apiVersion: 2, words: {} }))).toEqual([{ kind: 'wrong-api-version', found: 2, supported: 1 }]);
  });

  it.each(['Visits', 'visits_', '1visits', 'a--b', ''])('is refused under the id "%s"', (id) => {
    expect(checkPlugin(changed(whole, { id }))).toEqual([{ kind: 'invalid-id', id }]);
  });

  it('lacks no word in either language', () => {
    const failures = checkPlugin(changed(whole, { words: { vi: { title: 't', about: 'a', a: 'một', b: ' ' }, en: { title: 't', about: 'a', b: 'two' } } }));
    expect(failures).toEqual([
      { kind: 'word-missing', locale: 'vi', key: 'b' },
      { kind: 'word-missing', locale: 'en', key: 'a' },
    ]);
  });

  it('counts by facts of the core and its own only, each compared as its type allows', () => {
    expect(checkPlugin(withCohort(whole, { fact: 'other.onDuty', is: true }))).toMatchObject([{ kind: 'rule-invalid', target: 'a', part: 'cohort', problem: { kind: 'unknown-fact', fact: 'other.onDuty' } }]);
    expect(checkPlugin(withCohort(whole, { fact: 'visits.onDuty', atLeast: 3 }))).toMatchObject([{ kind: 'rule-invalid', problem: { kind: 'wrong-comparison' } }]);
  });

  it('has no two targets of one id and no fact under another name', () => {
    const [first] = whole.targets ?? [];
    expect(checkPlugin({ ...whole, targets: first ? [first, first] : [] })).toEqual([{ kind: 'target-id-taken', target: 'a' }]);
    const stray = { onDuty: { ...facts.onDuty, definition: { ...facts.onDuty.definition, id: 'kind' } } } as unknown as typeof facts;
    expect(checkPlugin({ manifest, facts: stray })).toEqual([{ kind: 'fact-without-prefix', fact: 'kind' }]);
  });

  it('makes the tables it declares, and touches no other', () => {
    const missing = { ...whole, migrations: migrations({ '0001_nothing.sql': '-- nothing yet' }) };
    expect(checkPlugin(missing)).toEqual([{ kind: 'table-without-migration', table: 'p_visits_visits' }]);
    const greedy = { ...whole, tables: {}, migrations: migrations({ '0001_all.sql': 'create table p_visits_a (id uuid)\n--> statement-breakpoint\ndelete from people' }) };
    expect(checkPlugin(greedy)).toEqual([{ kind: 'statement-not-allowed', file: '0001_all', statement: 'delete from people' }]);
    const other = defineManifest({ id: 'other', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a' }, en: { title: 't', about: 'a' } } });
    const tables = { stray: pluginTable(other, 'visits', { id: uuid('id') }) } as unknown as { visits: typeof visits };
    expect(checkPlugin({ manifest, tables })).toContainEqual({ kind: 'table-without-prefix', table: 'p_other_visits', prefix: 'p_visits_' });
  });

  it('says so when the folder of its migrations is not there', () => {
    expect(checkPlugin({ ...whole, migrations: new URL('file:///nowhere/migrations/') })).toMatchObject([{ kind: 'migrations-unreadable' }]);
  });
});
