import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { isoDate, type Result } from '@saubac/domain/values';
import { readProfile, sampleRoster } from '@saubac/sample';
import { type Ctx } from '@saubac/services/context';
import { applySettings } from '@saubac/services/levels';
import { applyPlan } from '@saubac/services/plans';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { progress } from '@saubac/services/targets';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '@saubac/testing/context';

const deploy = join(import.meta.dirname, '../../../deploy');
const people = 3_000;
const dates = ['2022-12-31', '2025-06-30', '2025-12-31'].map(isoDate);
const effectiveDate = isoDate('2026-01-01');

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure).slice(0, 2_000));
  return result.value;
};
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** The figures of the script that imports nothing of the product, run as a program of its own. */
const countedIndependently = (slug: string, file: string, on: string): Record<string, unknown> =>
  JSON.parse(execFileSync(process.execPath, [join(deploy, 'independent-count', 'main.ts'), slug, file, on], { encoding: 'utf8' })) as Record<string, unknown>;

describe.each(readdirSync(join(deploy, 'tenants')))('the figures of %s', (slug) => {
  const folder = mkdtempSync(join(tmpdir(), 'saubac-count-'));
  const path = join(folder, 'roster.xlsx');
  let cluster: TestCluster;
  let ctx: Ctx;

  beforeAll(async () => {
    const profile = got(readProfile(json(join(deploy, 'tenants', slug, 'sample.json'))));
    await writeRosterWorkbook(path, sampleRoster({ profile, people, seed: 3, effective: effectiveDate }));
    cluster = await cloneDatabase();
    const { db } = await cluster.openTenant('alpha');
    ctx = testCtx({ db });
    got(await applySettings(ctx, json(join(deploy, 'reference', 'default-settings.json'))));
    got(await importRoster(ctx, { path, effectiveDate }));
    got(await applyPlan(ctx, { plan: json(join(deploy, 'tenants', slug, 'plan.json')), from: isoDate('2020-01-01') }));
  }, 120_000);

  afterAll(async () => {
    await cluster.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(dates)('agree on %s with a count that imports nothing of the product', async (on) => {
    const figures = got(await progress(ctx, { on })).filter((it) => it.denominator !== null);
    const ours = Object.fromEntries(
      figures.map(({ target, denominator, numerator, focus }) => [target, { denominator, numerator, focus: focus && { denominator: focus.denominator, numerator: focus.numerator } }]),
    );
    expect(ours).toEqual(countedIndependently(slug, path, on));
    expect(Math.max(...figures.map((it) => it.numerator ?? 0))).toBeGreaterThan(10);
  });
});
