import { announceAccess } from '@saubac/db/access';
import { uuidV7, writeWithAudit } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { dropSet, rehearseSets } from '@saubac/db/migrations';
import { type ChangeFindings, type ChangeStepName, deleteTenantPlugin, listTenantPlugins, type PluginChange, pluginChangeById, savePluginChange, saveTenantPlugin, tablesOfPlugin, type TenantPlugin, type Told } from '@saubac/db/plugins';
import type { Tenant, TenantDb, TenantTx } from '@saubac/db/tenancy';
import { filesOfPlugin, insertFile, markDeleted } from '@saubac/db/transfers';
import { tablePrefix } from '@saubac/plugin-api';
import { dayInVietnam } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';

import { migrationsOf } from '../build-registry.ts';
import { type ByWhom, enablePlugin } from '../enable-plugin.ts';
import type { LoadedPlugin } from '../load-plugins.ts';
import { failureOf } from '../migrate-plugins.ts';
import { usable } from '../usable.ts';
import { exportPlugin } from './export-plugin.ts';
import { obstaclesToRemoving } from './obstacles.ts';
import { afterStep, allDone, stepsFor, stoppedAt } from './steps.ts';

/** The work on a change of a plugin in the worker. */
export type ChangeWork = { cluster: Cluster; loaded: readonly LoadedPlugin[]; files: FileStore; tenant: Tenant; db: TenantDb; now: () => Date; complete: (tx: TenantTx) => Promise<void> };

/** A change in hand: how far it has come, written down where others see it. */
type InHand = { work: ChangeWork; it: PluginChange; by: ByWhom; done: (step: ChangeStepName) => Promise<void>; note: (more: Parameters<typeof savePluginChange>[2]) => Promise<void> };

const take = async (work: ChangeWork, it: PluginChange): Promise<InHand> => {
  let steps = stepsFor(it.act);
  const note: InHand['note'] = async (more) => void (await savePluginChange(work.db, it.id, more, work.now().toISOString()));
  await note({ state: 'running', steps });
  return {
    work, it, note,
    by: { write: { actor: { id: it.by, label: it.label }, now: work.now() }, today: dayInVietnam(work.now()) },
    done: (step) => note({ steps: (steps = afterStep(steps, step)) }),
  };
};

const end = async (tx: TenantTx, { work, it }: InHand, more: Parameters<typeof savePluginChange>[2] = {}): Promise<void> => {
  await savePluginChange(tx, it.id, { state: 'done', steps: allDone(it.steps), ...more }, work.now().toISOString());
  await work.complete(tx);
};

/** What was enabled before and did not come through its upgrade has failed; what never was stays as it was. */
const failedRow = async (tx: TenantTx, { it }: InHand, failure: Told): Promise<void> => {
  const row = (await listTenantPlugins(tx)).find(({ id }) => id === it.plugin);
  if (row?.state !== 'enabled' || failure.kind !== 'plugin-migration-failed') return;
  await saveTenantPlugin(tx, { ...row, state: 'failed', failures: [failureOf(failure['migration'] as Parameters<typeof failureOf>[0])] });
};

const stop = (hand: InHand, failure: Told): Promise<void> =>
  writeWithAudit(hand.work.db, hand.by.write, async (tx, record) => {
    const { work, it } = hand;
    const now = await pluginChangeById(tx, it.id);
    // Another process may have made the change meanwhile: then there is nothing to tell.
    if (!now || now.endedAt !== null) return work.complete(tx);
    if (!it.rehearsal) {
      await failedRow(tx, hand, failure);
      await announceAccess(tx, work.tenant.id);
      await record({ act: 'plugin.change-failed', subject: { kind: 'plugin' }, after: { plugin: it.plugin, act: it.act, failure: failure.kind } });
    }
    await savePluginChange(tx, it.id, { state: 'failed', steps: stoppedAt(now.steps), failure }, work.now().toISOString());
    await work.complete(tx);
  });

const enable = async (hand: InHand): Promise<void> => {
  const { work: { cluster, loaded, tenant }, it, by, done } = hand;
  const input = { slug: tenant.slug, plugin: it.plugin, ...(it.config === null ? {} : { config: it.config }) };
  const enabled = await enablePlugin(cluster, loaded, input, by, {
    step: done,
    also: async (tx) => {
      await announceAccess(tx, tenant.id);
      await end(tx, hand);
    },
  });
  if (!enabled.ok) await stop(hand, enabled.failure);
};

/** What migrations would make, found by running them and undoing it. */
const rehearseEnabling = async (hand: InHand): Promise<void> => {
  const { work: { cluster, loaded, tenant, db }, it, done } = hand;
  const plugin = usable(loaded, it.plugin);
  if (!plugin.ok) return stop(hand, plugin.failure);
  await done('settings');
  const prefix = tablePrefix(it.plugin);
  const tried = await rehearseSets(cluster.provisioner, tenant, migrationsOf(plugin.value), (sql) => tablesOfPlugin(sql, prefix));
  if ('failure' in tried) return stop(hand, { kind: 'plugin-migration-failed', plugin: it.plugin, migration: tried.failure });
  const before = new Map(tried.before.map((table) => [table.name, table]));
  const fate = (name: string, shape: string) => (before.has(name) ? (before.get(name)?.shape === shape ? 'kept' : 'changed') : 'made');
  const findings: ChangeFindings = { migrations: tried.applied, tables: tried.after.map(({ name, rows, shape }) => ({ name, rows, fate: fate(name, shape) })), blockedBy: [] };
  await db.transaction((tx) => end(tx, hand, { findings }));
};

/** Keeps in a file what the tables hold, and the files of the plugin. An attempt before this one may have done that already: then its file stays the one. */
const keepTables = async ({ work, it, note }: InHand, tables: readonly string[]): Promise<void> => {
  if (it.file !== null || (tables.length === 0 && (await filesOfPlugin(work.db, it.plugin)).length === 0)) return;
  const draft = await work.files.draft('.jsonl');
  try {
    await exportPlugin(work.db, draft.path, { plugin: it.plugin, at: work.now().toISOString(), tables, read: (id) => work.files.read(work.tenant.id, id) });
    const { size, sha256 } = await work.files.measure(draft);
    const file = uuidV7();
    await work.files.keep(draft, work.tenant.id, file);
    await work.db.transaction(async (tx) => {
      await insertFile(tx, { id: file, purpose: 'plugin-tables', certificate: null, duty: null, sha256, mediaType: 'application/x-ndjson', size, originalName: `${it.plugin}-${dayInVietnam(work.now())}.jsonl`, owner: it.by, createdAt: work.now().toISOString() });
      await savePluginChange(tx, it.id, { file }, work.now().toISOString());
    });
    await note({ file });
  } finally {
    await draft.discard();
  }
};

const remove = async (hand: InHand): Promise<void> => {
  const { work, it, by, done, note } = hand;
  const { cluster, loaded, tenant, db } = work;
  const row = (await listTenantPlugins(db)).find(({ id }) => id === it.plugin);
  const [obstacle] = await obstaclesToRemoving(db, it.plugin, row, loaded.find(({ id }) => id === it.plugin), by.today);
  if (obstacle) return stop(hand, obstacle);
  await done('check');
  const tables = await tablesOfPlugin(db, tablePrefix(it.plugin));
  // Done again after a break there may be nothing left to count: what was found before stays.
  if (it.findings === null) await note({ findings: { migrations: [], blockedBy: [], files: (await filesOfPlugin(db, it.plugin)).length, tables: tables.map(({ name, rows }) => ({ name, rows, fate: 'dropped' })) } });
  await keepTables(hand, tables.map(({ name }) => name));
  await done('export');
  await dropSet(cluster.provisioner, tenant, { set: `plugin:${it.plugin}`, tables: tables.map(({ name }) => name) });
  await done('drop');
  await writeWithAudit(db, by.write, async (tx, record) => {
    await deleteTenantPlugin(tx, it.plugin);
    const files = await filesOfPlugin(tx, it.plugin);
    await markDeleted(tx, files.map(({ id }) => id), work.now().toISOString());
    await announceAccess(tx, tenant.id);
    await record({ act: 'plugin.removed', subject: { kind: 'plugin' }, before: row && ({ ...row, config: null } satisfies TenantPlugin), after: { plugin: it.plugin, tables: tables.map(({ name, rows }) => ({ name, rows })), files: files.length } });
    await end(tx, hand);
  });
};

/** Makes a change of a plugin, or tries it out. Killed at any moment and done again, it goes on to the same end. */
export const runChange = async (work: ChangeWork, id: string): Promise<void> => {
  const it = await pluginChangeById(work.db, id);
  if (!it || it.endedAt !== null) return;
  const hand = await take(work, it);
  if (it.act === 'remove') return remove(hand);
  return it.rehearsal ? rehearseEnabling(hand) : enable(hand);
};

/** Ends a change whose work was given up. */
export const failPluginChange = async (db: TenantDb, id: string, now: Date): Promise<void> => {
  const it = await pluginChangeById(db, id);
  if (it) await savePluginChange(db, id, { state: 'failed', steps: stoppedAt(it.steps), failure: { kind: 'plugin-change-stopped', plugin: it.plugin } }, now.toISOString());
};
