import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '@saubac/db/cluster';
import { compareTables } from '@saubac/domain/parcels';
import { isoDate } from '@saubac/domain/values';
import { emptyRegistry } from '@saubac/plugin-api';
import { approveClose, freezeClose } from '@saubac/services/closes';
import type { Ctx } from '@saubac/services/context';
import { openFileStore } from '@saubac/services/files';
import { checkParcel, exportParcel, importParcel, openParcel, tenantContents } from '@saubac/services/parcels';
import { importRoster } from '@saubac/services/roster';
import { commitUnitChange, getUnitChange, previewUnitChange } from '@saubac/services/unit-changes';
import { testCtx } from '@saubac/testing/context';

/** What an operation works on: the tenant `alpha` of a database of its own, and what was put down for it beforehand. */
export type Scene = {
  cluster: Cluster;
  /** Of this scene alone: what the operation writes outside the database. */
  folder: string;
  roster: string;
  parcel: string;
  change: string;
  close: string;
};

/** What of an operation stands outside the tables of `alpha`: nothing, all of it, or what is wrong. */
type Outside = 'nothing' | 'all' | `wrong: ${string}`;

/** An operation that may be killed. Adding one is a line of this list, and what it needs put down in `prepare-scene.ts`. */
export type Operation = {
  /** Does it; again after a kill, whatever that left. What is done already it leaves alone. */
  run: (scene: Scene) => Promise<void>;
  /** Tables in which it may leave traces of having begun, that nobody takes for its effect. */
  mayTouch: readonly string[];
  /** What it writes elsewhere. */
  outside?: (scene: Scene) => Promise<Outside>;
};

const now = new Date('2026-04-15T03:00:00Z');
const by = { id: null, label: 'operator' };
const plugins: [] = [];

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};

const inAlpha = <T>({ cluster }: Scene, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  cluster.withTenant('alpha', ({ db, tenant }) => work(testCtx({ db, tenant: { id: tenant.id, slug: tenant.slug }, now: () => now })));

const filesOf = ({ folder }: Scene) => openFileStore(join(folder, 'store'));
const outOf = ({ folder }: Scene): string => join(folder, 'out');

const freeze = (scene: Scene): Promise<void> =>
  inAlpha(scene, async (ctx) => {
    await freezeClose(
      { tenant: ctx.tenant, db: ctx.db, now: () => now, registryOn: () => Promise.resolve(emptyRegistry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve() },
      scene.close,
    );
    const [frozen] = await ctx.db.execute<{ version: number }>(`select version from closes where id = '${scene.close}' and state = 'prepared'`);
    if (frozen) got(await approveClose(ctx, { close: scene.close, version: frozen.version }));
  });

const commit = (scene: Scene): Promise<void> =>
  inAlpha(scene, async (ctx) => {
    const standing = got(await getUnitChange(ctx, scene.change));
    if (standing.state === 'committed') return;
    const seen = got(await previewUnitChange(ctx, scene.change));
    got(await commitUnitChange(ctx, { id: seen.id, version: seen.version }));
  });

const arrive = async (scene: Scene): Promise<void> => {
  if (await scene.cluster.findTenant('gamma')) return;
  got(await importParcel({ cluster: scene.cluster, files: await filesOf(scene) }, { folder: scene.parcel, slug: 'gamma', plugins, by, now }));
};

const arrived = async (scene: Scene): Promise<Outside> => {
  const [schemas] = await scene.cluster.provisioner<{ stray: number }[]>`
    select count(*)::int as stray from pg_namespace where nspname like 't\\_%' and nspname not in (select schema_name from platform.tenants)`;
  if (schemas?.stray !== 0) return 'wrong: a schema of no tenant';
  const gamma = await scene.cluster.findTenant('gamma');
  if (!gamma) return 'nothing';
  const tables = got(await openParcel(scene.parcel)).manifest.tables;
  const differences = compareTables(tables, await tenantContents(scene.cluster, gamma));
  return differences.length === 0 ? 'all' : `wrong: ${differences.map((it) => it.table).join()}`;
};

const leave = async (scene: Scene): Promise<void> => {
  if (existsSync(outOf(scene))) return;
  got(await exportParcel({ cluster: scene.cluster, files: await filesOf(scene) }, { slug: 'alpha', out: outOf(scene), product: '1.0.0', by, now }));
};

const left = async (scene: Scene): Promise<Outside> => {
  if (!existsSync(outOf(scene))) return 'nothing';
  return (await checkParcel(outOf(scene))).ok ? 'all' : 'wrong: a parcel that looks whole and is not';
};

/** Names in the folder of a scene that are neither the store nor the parcel: what a killed export has left. */
export const leftovers = ({ folder }: Scene): string[] => readdirSync(folder).filter((it) => !['store', 'out'].includes(it));

const audit = ['audit_entries', 'audit_payloads', 'audit_details', 'data_head'] as const;

export const operations: Readonly<Record<string, Operation>> = {
  'import of a roster': {
    run: (scene) => inAlpha(scene, async (ctx) => void got(await importRoster(ctx, { path: scene.roster, effectiveDate: isoDate('2026-04-01') }))),
    mayTouch: ['roster_batches', 'stage_units', 'stage_posts', 'stage_people', 'stage_certificates'],
  },
  'change of units': { run: commit, mayTouch: ['unit_changes', 'unit_change_findings', 'unit_change_moves', ...audit] },
  'close of a period': { run: freeze, mayTouch: ['closes', 'outbox', ...audit] },
  'export of a tenant': { run: leave, mayTouch: audit, outside: left },
  'import of a tenant': { run: arrive, mayTouch: [], outside: arrived },
};
