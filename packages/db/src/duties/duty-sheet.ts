import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/index.ts';
import { dutyColumns, type DutyFilter, dutyTables, dutyTests, type KeptDuty } from './duties.ts';

/** A duty as it is taken out. `proofs`: the names of its files; `handedInBy`: who last handed it in. */
export type DutyOfSheet = KeptDuty & { proofs: readonly string[]; handedInBy: string | null; sentBack: string | null };

/** Duties that the scope holds on a day with what stands behind them, in the order of the board: plan, body, last day. `sentBack`: the last reason. */
export const dutySheet = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: DutyFilter, { after, limit }: { after: number; limit: number }): Promise<DutyOfSheet[]> =>
  [...(await db.execute<DutyOfSheet>(sql`
    select ${dutyColumns(on)}, to_jsonb(array(select f.original_name from files f where f.duty_id = d.id and f.deleted_at is null order by f.id)) as proofs,
      (select m.moved_label from case_moves m where m.case_id = c.id and m.move = 'report' order by m.id desc limit 1) as "handedInBy",
      (select m.reason from case_moves m where m.case_id = c.id and m.move = 'sendBack' order by m.id desc limit 1) as "sentBack"
    ${dutyTables} where ${dutyTests(scope, on, filter)} order by p.code, d.body, d.period_to, d.task, d.unit_id, d.id offset ${after} limit ${limit}`))];
