// npm run bench: what the product costs against the plain way, in one run on this machine. Ratios carry over to others; times do not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { apiBench } from './api/api-bench.ts';
import { casesBench } from './cases/cases-bench.ts';
import { closesBench } from './closes.ts';
import type { BenchRow } from './bench-row.ts';
import { importBench } from './import.ts';
import { parcelBench } from './parcels.ts';
import { reformBench } from './reform.ts';
import { withSampleTenant } from './sample-tenant.ts';
import { targetsBench } from './targets.ts';

const people = Number(process.env['BENCH_PEOPLE'] ?? 65_000);
const folder = join(import.meta.dirname, '../../../../.bench');

/** Which parts run: all, or those named (`npm run bench -- api`). */
const asked = process.argv.slice(2);
const runs = (part: string): boolean => asked.length === 0 || asked.includes(part);

const rows: BenchRow[] = [];
if (runs('targets')) {
  await withSampleTenant(people, async (ctx) => {
    rows.push(...(await targetsBench(ctx)));
  });
}
if (runs('closes')) {
  await withSampleTenant(people, async (ctx) => {
    rows.push(...(await closesBench(ctx)));
  });
}
if (runs('cases')) {
  await withSampleTenant(Number(process.env['BENCH_PEOPLE'] ?? 35_000), async (ctx) => {
    rows.push(...(await casesBench(ctx)));
  });
}
if (runs('import')) rows.push(...(await importBench()));
if (runs('parcels')) rows.push(...(await parcelBench(people)));
if (runs('api')) rows.push(...(await apiBench(people)));

// Seconds without a plain way beside them: only where it is asked for by name.
if (asked.includes('reform')) console.table(await reformBench((process.env['BENCH_REFORM'] ?? '30233,35000').split(',').map(Number)));

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
console.table(rows.map(({ name, ours, plain, unit, ratio, limit }) => ({ name, ours: round(ours, 0), plain: round(plain, 0), unit, ratio: round(ratio, 2), limit })));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ people, rows }, null, 2)}\n`);
