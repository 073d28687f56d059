import type { TenantHandle } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import type { PluginCtx, TakenFile } from '@saubac/plugin-api';
import { sweepFiles } from '@saubac/services/files';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { openFilePlace } from '@saubac/testing/plugin-suite';
import { visitsPlugin } from '@saubac/testing/visits-plugin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { enablePlugin, pluginCtx, tenantRegistry } from '../index.ts';

const { loaded, remove } = visitsPlugin();
const today = isoDate('2026-01-01');
const pdf = Buffer.from('%PDF-1.7\n%nothing\n');
const dayMs = 86_400_000;
let cluster: TestCluster;
let place: Awaited<ReturnType<typeof openFilePlace>>;
const tenants: Record<string, TenantHandle> = {};

/** The context of the plugin in a tenant; that of another plugin, which has the same parts, under its own id. */
const of = async (slug: 'alpha' | 'beta', id = 'visits'): Promise<PluginCtx> => {
  const { db, tenant } = tenants[slug]!;
  const ctx = testCtx({ db, tenant: { id: tenant.id, slug }, registry: await tenantRegistry(db, [loaded], today), today, actor: { id: null, label: 'Trần Thị Đào' } });
  const active = ctx.registry.active.get('visits')!;
  const plugin = { ...active.plugin, manifest: { ...active.plugin.manifest, id } };
  return pluginCtx({ ctx, active: { ...active, plugin }, signal: new AbortController().signal, statementTimeoutMs: 5_000, files: { store: place.store } });
};
const taken = async (ctx: PluginCtx): Promise<TakenFile> => {
  const file = await ctx.files.take({ content: pdf, name: '../Phụ lục 1.pdf' });
  if (!file.ok) throw new Error(file.failure.kind);
  return file.value;
};
const keep = (ctx: PluginCtx, file: TakenFile) =>
  ctx.write(async (_, record, tools) => {
    await tools.keepFile(file);
    await record({ act: 'visit.noted', subject: { kind: 'visit' }, after: file });
  });
const contentOf = async (ctx: PluginCtx, id: string) => {
  const opened = await ctx.files.open(id);
  return opened && Buffer.from(await new Response(opened.content).arrayBuffer());
};
const objects = async (): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { id } of place.store.objects(tenants['alpha']!.tenant.id)) ids.push(id);
  return ids;
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  place = await openFilePlace();
  for (const slug of ['alpha', 'beta']) {
    tenants[slug] = await cluster.openTenant(slug);
    await enablePlugin(cluster, [loaded], { slug, plugin: 'visits' }, { write: { actor: { id: null, label: 'test' }, now: new Date() }, today });
  }
});
afterAll(async () => {
  for (const it of Object.values(tenants)) it.release();
  await cluster.close();
  await place.remove();
  remove();
});

describe('a file of a plugin', () => {
  it('is read back as it was kept, with its name, its type by content, who added it and when', async () => {
    const ctx = await of('alpha');
    const file = await taken(ctx);
    expect((await ctx.files.find([file.id])).size).toBe(0);
    await keep(ctx, file);
    expect((await ctx.files.find([file.id, 'no id'])).get(file.id)).toMatchObject({ name: 'Phụ lục 1.pdf', mediaType: 'application/pdf', size: pdf.byteLength, addedBy: 'Trần Thị Đào', addedOn: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string });
    expect(await contentOf(ctx, file.id)).toEqual(pdf);
  });

  it('is there for nobody else: not for another tenant, not for another plugin, neither to read nor to take away', async () => {
    const ctx = await of('alpha');
    const own = await taken(ctx);
    await keep(ctx, own);
    for (const other of [await of('beta'), await of('alpha', 'others')]) {
      expect([await other.files.open(own.id), (await other.files.find([own.id])).size]).toEqual([undefined, 0]);
      expect(await other.write((_, __, tools) => tools.removeFile(own.id)).catch((error: unknown) => error)).toBe(false);
      await expect(keep(other, own)).rejects.toThrow('did not take in');
    }
    expect(await contentOf(ctx, own.id)).toEqual(pdf);
  });

  it('whose write is undone is not counted, and its object goes by itself', async () => {
    const ctx = await of('alpha');
    const [thrown, refused, kept] = [await taken(ctx), await taken(ctx), await taken(ctx)];
    await expect(ctx.write(async (_, __, tools) => tools.keepFile(thrown).then(() => Promise.reject(new Error('no'))))).rejects.toThrow('no');
    await ctx.write(async (_, __, tools) => tools.keepFile(refused).then(() => ({ ok: false })));
    await keep(ctx, kept);
    expect([...(await ctx.files.find([thrown.id, refused.id, kept.id])).keys()]).toEqual([kept.id]);
    await sweepFiles({ db: tenants['alpha']!.db, store: place.store, tenant: tenants['alpha']!.tenant.id, now: new Date(Date.now() + 2 * dayMs) });
    const left = await objects();
    expect([thrown, refused, kept].map(({ id }) => left.includes(id))).toEqual([false, false, true]);
  });

  it('that was taken away is gone at once for the plugin and with the next sweep for the store', async () => {
    const ctx = await of('alpha');
    const file = await taken(ctx);
    await keep(ctx, file);
    expect(await ctx.write(async (_, record, tools) => {
      await record({ act: 'visit.noted', subject: { kind: 'visit' } });
      return tools.removeFile(file.id);
    })).toBe(true);
    expect(await ctx.files.open(file.id)).toBeUndefined();
    await sweepFiles({ db: tenants['alpha']!.db, store: place.store, tenant: tenants['alpha']!.tenant.id, now: new Date(Date.now() + 2 * dayMs) });
    expect(await objects()).not.toContain(file.id);
  });

  it('that is too large, empty or of another type is refused and leaves nothing', async () => {
    const ctx = await of('alpha');
    const before = await objects();
    const kindOf = async (content: Uint8Array) => ctx.files.take({ content, name: 'a.pdf' }).then((it) => (it.ok ? 'taken' : it.failure.kind));
    expect([await kindOf(new Uint8Array(10_000_001)), await kindOf(new Uint8Array(0)), await kindOf(Buffer.from('<html>'))]).toEqual(['upload-too-large', 'upload-empty', 'file-type-not-taken']);
    expect(await objects()).toEqual(before);
  });
});
