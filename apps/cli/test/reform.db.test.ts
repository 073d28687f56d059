import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@saubac/db/audit';
import { isoDate } from '@saubac/domain/values';
import { readProfile } from '@saubac/sample';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { byUnitOn, loadAfterReform, replayReform, stateOn } from '@saubac/testing/reform';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const deploy = join(import.meta.dirname, '../../../deploy');
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(deploy, ...path), 'utf8'));
const slugs = readdirSync(join(deploy, 'tenants')).toSorted();

let cluster: TestCluster;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reform-'));
  cluster = await cloneDatabase();
});
afterEach(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true });
});

describe('the reform of the sample tenants, replayed as one batch from a file', () => {
  it.each(slugs.map((slug, i) => [i + 1, slug] as const))('leaves sample tenant %d with the people and figures that it has when it is loaded the other way', async (_, slug) => {
    const profile = readProfile(json('tenants', slug, 'sample.json'));
    if (!profile.ok) throw new Error('A profile that can not be read');
    const order = { profile: profile.value, people: 1_500, seed: 5, plan: json('tenants', slug, 'plan.json'), settings: json('reference', 'default-settings.json'), folder };
    const today = isoDate('2026-03-01');
    const [replayed, other] = [testCtx({ db: (await cluster.openTenant('alpha')).db, today }), testCtx({ db: (await cluster.openTenant('beta')).db, today })];
    const { change, figures, afterwards } = await replayReform(replayed, order);
    expect(change.preview?.ended).toBeGreaterThan(50);
    expect(change.preview?.people).toBeGreaterThan(100);
    // What the preview said of every target is what the commit made of it.
    const foretold = new Map(change.preview?.whole.map(({ target, after }) => [target, `${after?.denominator} | ${after?.numerator}`]));
    expect(foretold.size).toBeGreaterThan(3);
    for (const it of figures) {
      const [target = '', ...heads] = it.split(' | ');
      if (foretold.has(target)) expect(heads.slice(0, 2).join(' | ')).toBe(foretold.get(target));
    }
    // Units are as the roster of the day has them; of people only those are new who come with the reform.
    expect(afterwards.counts.units).toMatchObject({ new: 0, changed: 0, refused: 0 });
    expect(afterwards.changes.filter((it) => it.sheet === 'people' && it.kind === 'changed')).toEqual([]);
    await loadAfterReform(other, order);
    for (const day of ['2025-06-30', '2025-07-01', '2025-12-31']) expect(await stateOn(replayed, isoDate(day))).toEqual(await stateOn(other, isoDate(day)));
    const eve = isoDate('2025-06-30');
    const heads = (it: { denominator: number | null; numerator: number | null }) => [it.denominator ?? 0, it.numerator ?? 0];
    const sum = (rows: readonly { denominator: number | null; numerator: number | null }[]) => rows.map(heads).reduce(([a = 0, b = 0], [c = 0, d = 0]) => [a + c, b + d], [0, 0]);
    const [asItWas, asItIs] = [await byUnitOn(replayed, eve, 'then'), await byUnitOn(replayed, eve, 'now')];
    expect(asItIs.map(({ total }) => total)).toEqual(asItWas.map(({ total }) => total));
    for (const { total, units, unplaced } of asItIs) expect(sum([...units.map(({ progress }) => progress), ...(unplaced ? [unplaced.split, unplaced.ended] : [])])).toEqual(heads(total));
    expect(asItIs.map(({ units }) => units.map(({ code }) => code))).toEqual((await byUnitOn(replayed, today, 'then')).map(({ units }) => units.map(({ code }) => code)));
    const [top] = asItIs[0]?.units.toSorted((a, b) => (b.progress.denominator ?? 0) - (a.progress.denominator ?? 0)) ?? [];
    for (const { total, own, units } of await byUnitOn(replayed, eve, 'now', top?.code)) expect(sum([...units.map(({ progress }) => progress), ...(own ? [own] : [])])).toEqual(heads(total));
    expect((await verifyChain(replayed.db)).faults).toEqual([]);
  });
});
