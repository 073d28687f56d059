import { progressQuery } from '@saubac/db/targets';
import { factSources } from '@saubac/db/rules';
import { everything, isoDate } from '@saubac/domain/values';
import { closeFigures, freezeClose, getClose, peopleBehindClose, startClose } from '@saubac/services/closes';
import type { Ctx, LaterWork } from '@saubac/services/context';
import { applyPlan } from '@saubac/services/plans';
import { countedTargets, populationOf, progress } from '@saubac/services/targets';
import { sql } from 'drizzle-orm';

import { type BenchRow, benchRow, sideBySide, timed } from './bench-row.ts';
import { planWithQuery } from './targets.ts';

const cutOff = isoDate('2025-12-31');
const rounds = 3;

const atOnce = (ctx: Ctx): LaterWork => ({
  tenant: ctx.tenant, db: ctx.db, now: ctx.now, registryOn: () => Promise.resolve(ctx.registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve(),
});

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 1_000)}`);
  return result.value;
};

/** What one close keeps, in bytes of its rows as they lie on the disk. */
const keptBytes = async ({ db }: Ctx, id: string): Promise<number> => {
  const [row] = await db.execute<{ bytes: string }>(sql`
    select (select sum(pg_column_size(u)) from close_units u where u.close_id = ${id}::uuid)
      + (select sum(pg_column_size(k.people) + pg_column_size(k.levels) + pg_column_size(k.conditions) + pg_column_size(k.level_heads) + pg_column_size(k.condition_heads)) from close_plans k where k.close_id = ${id}::uuid)
      + (select sum(pg_column_size(t.sets) + pg_column_size(t.figures) + pg_column_size(t.head) + pg_column_size(t.title)) from close_targets t join close_plans k on k.id = t.close_plan_id where k.close_id = ${id}::uuid) as bytes`);
  return Number(row?.bytes ?? 0);
};

/**
 * Closing a period of the whole tenant, with everybody behind every figure, against the plain SELECT of the ten targets; what it keeps against one row
 * of two ids a person and target; and a page of the people behind a figure against the figures themselves.
 */
export const closesBench = async (ctx: Ctx): Promise<BenchRow[]> => {
  const { db, registry } = ctx;
  const { plan } = planWithQuery();
  got(await applyPlan(ctx, { plan, from: plan.period.from }));
  const territory = { scope: everything, planUnits: [], unit: null };
  const query = progressQuery(populationOf(plan), countedTargets(plan), factSources(registry), territory, { on: cutOff, states: plan.certificates.states, governmentLevels: plan.governmentLevels?.rows ?? [] });
  const closed: string[] = [];
  const close = async (): Promise<void> => {
    const number = closed.length;
    const { id } = got(await startClose(ctx, { from: isoDate(`${2025}-01-${String(number + 1).padStart(2, '0')}`), to: cutOff, cutOff }));
    await freezeClose(atOnce(ctx), id);
    closed.push(id);
  };
  const { ours, plain } = await sideBySide(rounds, close, () => db.execute(query.statement));
  const last = closed.at(-1)!;
  const frozen = got(await closeFigures(ctx, { close: last }));
  if (got(await getClose(ctx, last)).state !== 'prepared') throw new Error('The close was not frozen');
  if (JSON.stringify(frozen.targets) !== JSON.stringify(got(await progress(ctx, { on: cutOff })))) throw new Error('The close differs from the figures');
  const [row] = await db.execute<{ rows: string }>(sql`select sum((f -> 'counts' ->> 'denominator')::bigint) as rows from close_targets t join close_plans k on k.id = t.close_plan_id, jsonb_array_elements(t.figures) f where k.close_id = ${last}::uuid`);
  const megabyte = 1_000_000;
  const target = countedTargets(plan)[0]!.id;
  const page = await timed(async () => got(await peopleBehindClose(ctx, { close: last, target, set: 'missing' })));
  return [
    benchRow('closing a period / the SELECT of its ten targets', ours, plain, 'ms', 15),
    // A row of two uuids: 24 bytes of head, 4 of line pointer, 32 of ids, and as much again for the index of its key.
    benchRow('kept of a close / a row for each person of each target', (await keptBytes(ctx, last)) / megabyte, (Number(row?.rows) * 116) / megabyte, 'MB', 0.25),
    benchRow('a page of the people behind a closed figure / the SELECT of the ten targets', page, plain, 'ms', 3),
  ];
};
