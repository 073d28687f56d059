import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { factSources } from '@saubac/db/rules';
import { progressQuery } from '@saubac/db/targets';
import { parsePlan, type PlanFile } from '@saubac/domain/plan';
import { everything, isoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { countedTargets, populationOf } from '@saubac/services/targets';
import { sql } from 'drizzle-orm';

import { type BenchRow, benchRow, sideBySide } from './bench-row.ts';

const tenants = join(import.meta.dirname, '../../../../deploy/tenants');
const on = isoDate('2025-12-31');

/** The plan that has a query written by hand beside it, and that query for the date. */
export const planWithQuery = (): { plan: PlanFile; byHand: string } => {
  const folder = readdirSync(tenants).map((it) => join(tenants, it)).find((it) => existsSync(join(it, 'ten-targets.sql')));
  if (!folder) throw new Error('No tenant has a ten-targets.sql');
  const parsed = parsePlan(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  if (!parsed.ok) throw new Error('The plan does not parse');
  const text = readFileSync(join(folder, 'ten-targets.sql'), 'utf8').replaceAll(/^--.*$/gm, '');
  return { plan: parsed.value, byHand: text.replaceAll(':on', `date '${on}'`) };
};

/** The compiled SELECT of all ten targets against one written by hand over the same data, serially and with parallel workers. */
export const targetsBench = async ({ db, registry }: Ctx): Promise<BenchRow[]> => {
  const { plan, byHand } = planWithQuery();
  const territory = { scope: everything, planUnits: [], unit: null };
  const query = progressQuery(populationOf(plan), countedTargets(plan), factSources(registry), territory, { on, states: plan.certificates.states, governmentLevels: plan.governmentLevels?.rows ?? [] });
  const rows: BenchRow[] = [];
  await db.transaction(async (tx) => {
    const [counted] = await tx.execute(query.statement);
    const [hand] = await tx.execute(sql.raw(byHand));
    query.read(counted ?? {}).forEach((it, index) => {
      if (it.denominator !== Number(hand?.[`d${index}`]) || it.numerator !== Number(hand?.[`n${index}`])) throw new Error(`Target ${index} differs from the count by hand`);
    });
    for (const workers of [0, 2]) {
      await tx.execute(sql.raw(`set local max_parallel_workers_per_gather = ${workers}`));
      const { ours, plain } = await sideBySide(15, () => tx.execute(query.statement), () => tx.execute(sql.raw(byHand)));
      rows.push(benchRow(`ten targets in one SELECT / by hand, ${workers === 0 ? 'serial' : 'parallel workers'}`, ours, plain, 'ms', 1.2));
    }
  });
  return rows;
};
