import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { listTenantPlugins, pluginChangeById, settingsVersion } from '@saubac/db/plugins';
import type { TenantHandle } from '@saubac/db/tenancy';
import { fileById } from '@saubac/db/transfers';
import { everything } from '@saubac/domain/values';
import { defineFacts, defineManifest, definePlugin, fact } from '@saubac/plugin-api';
import type { Ctx } from '@saubac/services/context';
import { type FileStore, openFileStore } from '@saubac/services/files';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { askForChange, changePluginSettings, type ChangeWork, createPluginHost, downloadPluginTables, getPlugin, getPluginChange, getPluginSettings, type LoadedPlugin, pluginCtx, runChange, tenantRegistry } from '../index.ts';

const folder = mkdtempSync(join(tmpdir(), 'saubac-changes-'));
const write = (name: string, statement: string): void => writeFileSync(join(folder, name), statement);
const words = { title: 'Lượt tiếp', fact: 'đã tiếp', 'config.days': 'Số ngày', 'config.token': 'Mã' };

const pluginOf = (version: string): LoadedPlugin => {
  const manifest = defineManifest({ id: 'visits', version, apiVersion: 1, title: 'title', about: 'title', words: { vi: words, en: words } });
  const facts = defineFacts(manifest, { any: fact.flag({ label: 'fact', relation: () => sql`select person_id, true as value from p_visits_visits` }) });
  const config = z.object({ days: z.int().min(1).default(30), token: z.string().min(3).meta({ secret: true }).optional() });
  return { id: 'visits', plugin: definePlugin(manifest, { config, facts, migrations: pathToFileURL(`${folder}/`) }), failures: [] };
};

class Killed extends Error {}

let cluster: TestCluster;
let alpha: TenantHandle;
let files: FileStore;
let loaded: LoadedPlugin[];

const host = () => createPluginHost(loaded);
const ctx = async (access: Ctx['access'] = { kind: 'granted', held: [{ role: 'operator', scope: everything }] }): Promise<Ctx> =>
  testCtx({ db: alpha.db, tenant: { id: alpha.tenant.id, slug: 'alpha' }, access, registry: await tenantRegistry(alpha.db, loaded, testCtx({ db: alpha.db }).today, cluster.vault) });
const ask = async (act: 'enable' | 'disable' | 'remove', more: { rehearsal?: boolean; config?: unknown } = {}) => askForChange(await ctx(), host(), cluster.vault, { plugin: 'visits', act, rehearsal: false, ...more });
const work = (more: Partial<ChangeWork> = {}): ChangeWork => ({ cluster, loaded, files, tenant: alpha.tenant, db: alpha.db, now: () => new Date(), complete: () => Promise.resolve(), ...more });

/** A change that was asked for, worked to its end; how it stands then. */
const worked = async (asked: Awaited<ReturnType<typeof ask>>) => {
  if (!asked.ok) throw new Error(JSON.stringify(asked.failure));
  await runChange(work(), asked.value.id);
  return change(asked.value.id);
};
const change = async (id: string) => {
  const found = await getPluginChange(await ctx(), { plugin: 'visits', change: id });
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
};
const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 'x')]);

/** A file that the plugin keeps; its id. */
const keepFile = async (): Promise<string> => {
  const by = await ctx();
  const active = by.registry.active.get('visits');
  if (!active) throw new Error('not enabled');
  const own = pluginCtx({ ctx: by, active, signal: new AbortController().signal, statementTimeoutMs: 5_000, files: { store: files } });
  const taken = await own.files.take({ content: paper, name: 'Phụ lục.pdf' });
  if (!taken.ok) throw new Error(taken.failure.kind);
  await own.write((_, __, tools) => tools.keepFile(taken.value));
  return taken.value.id;
};
const state = async () => (await listTenantPlugins(alpha.db)).map((it) => `${it.id} ${it.state} ${it.version}`);
const tables = async (slug = 'alpha') =>
  cluster.withTenant(slug, async ({ db }) => (await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where tablename like 'p\\_visits%' and schemaname = current_schema()`)).map(({ name }) => name));
const ledger = async () => (await alpha.db.execute<{ version: string }>(sql`select version from schema_migrations where set = 'plugin:visits' order by 1`)).map((it) => it.version);
const acts = async () => (await alpha.db.execute<{ act: string }>(sql`select act from audit_entries where subject_kind = 'plugin' order by position`)).map(({ act }) => act);

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  files = await openFileStore(join(folder, 'files'));
});
afterAll(async () => {
  alpha.release();
  await cluster.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  write('0001_visits.sql', 'create table p_visits_visits (id uuid not null default uuidv7(), person_id uuid not null, place text)');
  rmSync(join(folder, '0002_more.sql'), { force: true });
  loaded = [pluginOf('1.0.0')];
});

describe('a change of a plugin', () => {
  it('is tried out by running its migrations, and leaves nothing but what was found', async () => {
    const tried = await worked(await ask('enable', { rehearsal: true }));
    expect(tried).toMatchObject({ state: 'done', rehearsal: true, findings: { migrations: ['plugin:visits/0001_visits'], tables: [{ name: 'p_visits_visits', fate: 'made', rows: 0 }], blockedBy: [] } });
    expect([await tables(), await ledger(), await state()]).toEqual([[], [], []]);
    write('0001_visits.sql', 'create table p_visits_visits (id nothing)');
    expect(await worked(await ask('enable', { rehearsal: true }))).toMatchObject({ state: 'failed', failure: { kind: 'plugin-migration-failed' } });
  });

  it('is refused to who may not, and to whom only some units belong', async () => {
    const auditor = await ctx({ kind: 'granted', held: [{ role: 'auditor', scope: everything }] });
    expect(await askForChange(auditor, host(), cluster.vault, { plugin: 'visits', act: 'enable', rehearsal: false })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    const ofOne = await ctx({ kind: 'granted', held: [{ role: 'operator', scope: { kind: 'subtrees', roots: ['01890a5d-ac96-774b-bcce-b302099a8057' as never], dated: [] } as never }] });
    expect(await askForChange(ofOne, host(), cluster.vault, { plugin: 'visits', act: 'enable', rehearsal: false })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await ask('enable', { config: { days: 0 } })).toMatchObject({ ok: false, failure: { kind: 'settings-invalid', problems: [{ path: 'days' }] } });
    expect(await ask('disable')).toMatchObject({ ok: false, failure: { kind: 'plugin-not-enabled' } });
  });

  it('whose migration does not go through makes nothing, in a tenant that never had it', async () => {
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (nothing)');
    const failed = await worked(await ask('enable'));
    expect(failed).toMatchObject({ state: 'failed', failure: { kind: 'plugin-migration-failed' } });
    expect(failed.steps.map((it) => it.state)).toEqual(['done', 'done', 'failed', 'waiting', 'waiting']);
    expect([await tables(), await state()]).toEqual([[], []]);
  });

  it('goes on to the same end however often the worker is killed in the middle, and its effect is there once', async () => {
    const asked = await ask('enable', { config: { days: 7, token: 'hidden' } });
    if (!asked.ok) throw new Error('refused');
    expect(await ask('enable')).toMatchObject({ ok: false, failure: { kind: 'plugin-change-under-way' } });
    let kills = 0;
    for (let most = 1; ; most += 1) {
      let left = most;
      const now = () => {
        if ((left -= 1) < 0) throw new Killed();
        return new Date();
      };
      try {
        await runChange(work({ now }), asked.value.id);
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
        kills += 1;
      }
    }
    expect(kills).toBeGreaterThan(4);
    expect(await change(asked.value.id)).toMatchObject({ state: 'done', steps: Array.from({ length: 5 }, () => ({ state: 'done' })) });
    expect([await tables(), await state(), await tables('beta')]).toEqual([['p_visits_visits'], ['visits enabled 1.0.0'], []]);
    expect((await acts()).filter((it) => it === 'plugin.enabled')).toHaveLength(1);
    await runChange(work(), asked.value.id);
    expect((await acts()).filter((it) => it === 'plugin.enabled')).toHaveLength(1);
  });
});

describe('the settings of a plugin', () => {
  it('are shown without what is secret, which stands sealed and reaches the plugin alone', async () => {
    const shown = await getPluginSettings(await ctx(), host(), 'visits');
    expect(shown).toMatchObject({ ok: true, value: { values: { days: 7 }, secretsSet: ['token'], editable: true, version: 1, fields: [{ name: 'days', label: { vi: 'Số ngày' } }, { name: 'token', secret: true }] } });
    const [row] = await alpha.db.execute(sql`select config::text as kept from tenant_plugins`);
    expect(JSON.stringify([shown, row, await alpha.db.execute(sql`select * from audit_entries`), await alpha.db.execute(sql`select * from plugin_changes`)])).not.toContain('hidden');
    expect((await ctx()).registry.active.get('visits')?.config).toEqual({ days: 7, token: 'hidden' });
  });

  it('are changed under their version, a secret that is left out staying as it is; recorded without it', async () => {
    const put = async (values: object, version: number) => changePluginSettings(await ctx(), host(), cluster.vault, { plugin: 'visits', values: values as Record<string, unknown>, version });
    expect(await put({ days: 9 }, 1)).toMatchObject({ ok: true, value: { values: { days: 9 }, secretsSet: ['token'], version: 2 } });
    expect((await ctx()).registry.active.get('visits')?.config).toEqual({ days: 9, token: 'hidden' });
    expect(await put({ days: 10 }, 1)).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', current: { values: { days: 9 }, version: 2 } } });
    expect(await put({ days: 9 }, 2)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await put({ days: -1 }, 2)).toMatchObject({ ok: false, failure: { kind: 'settings-invalid' } });
    expect(await put({ days: 9, token: null }, 2)).toMatchObject({ ok: true, value: { secretsSet: [], version: 3 } });
    expect(await settingsVersion(alpha.db, 'visits')).toBe(3);
    expect((await acts()).filter((it) => it === 'plugin.settings-changed')).toHaveLength(2);
  });

  it('that no longer pass keep the plugin from working, with the reason', async () => {
    await alpha.db.execute(sql`update tenant_plugins set config = '{"days": "many"}'`);
    expect(await getPlugin(await ctx(), host(), 'visits')).toMatchObject({ ok: true, value: { state: 'failed', failures: [{ kind: 'settings-invalid', problems: [{ path: 'days' }] }] } });
    await alpha.db.execute(sql`update tenant_plugins set config = '{"days": 9}'`);
  });
});

describe('a plugin that is upgraded', () => {
  it('and does not go through is marked as failed with the reason, and is enabled again when it does', async () => {
    loaded = [pluginOf('1.1.0')];
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (nothing)');
    expect(await worked(await ask('enable'))).toMatchObject({ state: 'failed' });
    expect(await getPlugin(await ctx(), host(), 'visits')).toMatchObject({ ok: true, value: { state: 'failed', failures: [{ kind: 'migration-failed', version: '0002_more' }], change: { state: 'failed' } } });
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (id)');
    expect(await worked(await ask('enable'))).toMatchObject({ state: 'done' });
    expect(await state()).toEqual(['visits enabled 1.1.0']);
  });
});

describe('a plugin that is removed', () => {
  it('must be disabled before; its rows go into a file first, and then there is nothing of it', async () => {
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (id)');
    await alpha.db.execute(sql`insert into p_visits_visits (person_id, place) select gen_random_uuid(), 'place ' || n from generate_series(1, 2500) n`);
    const kept = await keepFile();
    expect(await ask('remove', { rehearsal: true })).toMatchObject({ ok: true, value: { state: 'done', findings: { files: 1, tables: [{ name: 'p_visits_visits', fate: 'dropped', rows: 2500 }], blockedBy: [{ kind: 'plugin-still-enabled' }] } } });
    expect(await ask('remove')).toMatchObject({ ok: false, failure: { kind: 'plugin-still-enabled' } });
    expect(await ask('disable', { rehearsal: true })).toMatchObject({ ok: true, value: { findings: { tables: [{ fate: 'kept' }], blockedBy: [] } } });
    expect(await state()).toEqual(['visits enabled 1.1.0']);
    expect(await ask('disable')).toMatchObject({ ok: true, value: { state: 'done' } });
    expect((await ctx()).registry.active.size).toBe(0);
    expect((await fileById(alpha.db, kept))?.plugin).toBe('visits');

    const asked = await ask('remove');
    if (!asked.ok) throw new Error('refused');
    for (let most = 1; ; most += 1) {
      let left = most;
      const now = () => {
        if ((left -= 1) < 0) throw new Killed();
        return new Date();
      };
      try {
        await runChange(work({ now }), asked.value.id);
        break;
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
    }
    expect(await change(asked.value.id)).toMatchObject({ state: 'done', findings: { files: 1, tables: [{ rows: 2500 }] }, file: { name: expect.stringMatching(/^visits-.*\.jsonl$/) as string } });
    expect([await tables(), await ledger(), await state()]).toEqual([[], [], []]);
    expect((await acts()).filter((it) => it === 'plugin.removed')).toHaveLength(1);

    const { file } = (await pluginChangeById(alpha.db, asked.value.id)) ?? {};
    expect(file).toBeTruthy();
    const opened = await downloadPluginTables(await ctx(), files, { plugin: 'visits', change: asked.value.id });
    if (!opened.ok) throw new Error(opened.failure.kind);
    const lines = (await text(opened.value.content)).trim().split('\n').map((line) => JSON.parse(line) as { table?: string; row?: { place: string }; file?: string; base64?: string });
    expect(lines[0]).toMatchObject({ plugin: 'visits', tables: ['p_visits_visits'] });
    expect(new Set(lines.flatMap((it) => it.row?.place ?? [])).size).toBe(2500);
    expect(lines.find((it) => it.file === kept)).toMatchObject({ name: 'Phụ lục.pdf', mediaType: 'application/pdf' });
    expect(Buffer.concat(lines.flatMap((it) => (it.base64 === undefined ? [] : [Buffer.from(it.base64, 'base64')]))).equals(paper)).toBe(true);
    expect(await fileById(alpha.db, kept)).toBeUndefined();
    expect((await acts()).at(-1)).toBe('plugin.tables-downloaded');
    const auditor = await ctx({ kind: 'granted', held: [{ role: 'auditor', scope: everything }] });
    expect(await downloadPluginTables(auditor, files, { plugin: 'visits', change: asked.value.id })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });
});
