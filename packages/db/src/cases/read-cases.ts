import type { IsoDate, UnitId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import { unitInside } from '../access/index.ts';
import type { TenantSql } from '../tenancy/index.ts';
import { pgArray } from '../tenancy/pg-array.ts';

/** A case as it stands. */
export type KeptCase = {
  id: string; workflow: string; definition: string; state: string; coreState: string; subject: string; unit: UnitId | null; openedBy: UserId | null; openedLabel: string; openedAt: string;
  enteredOn: IsoDate; dueOn: IsoDate | null; statement: unknown; closedAt: string | null; version: number;
};

/** One move of its history. */
export type PastMove = { move: string; from: string; to: string; by: UserId | null; label: string; coveredFor: UserId | null; reason: string | null; statement: unknown; at: string };

const columns = sql`c.id, c.workflow, c.definition, c.state, c.core_state as "coreState", c.subject_id as subject, c.unit_id as unit, c.opened_by as "openedBy", c.opened_label as "openedLabel",
  c.opened_at as "openedAt", c.entered_on::text as "enteredOn", c.due_on::text as "dueOn", c.statement, c.closed_at as "closedAt", c.version`;

// What concerns the whole tenant is seen by whoever sees all of it.
const inside = (scope: UnitScope, on: IsoDate): SQL => (scope.kind === 'everything' ? sql`true` : sql`(c.unit_id is not null and ${unitInside(sql`c.unit_id`, scope, on)})`);

/** A case that the scope holds on the date; `lock`: taken in hand until the transaction ends. */
export const findCase = async (db: TenantSql, scope: UnitScope, id: string, on: IsoDate, lock = false): Promise<KeptCase | undefined> => {
  const [row] = await db.execute<KeptCase>(sql`select ${columns} from cases c where c.id = ${id}::uuid and ${inside(scope, on)} ${lock ? sql`for update of c` : sql``}`);
  return row;
};

/** The open case of a subject, if there is one; else the last that was closed. */
export const caseOfSubject = async (db: TenantSql, workflow: string, subject: string): Promise<KeptCase | undefined> => {
  const [row] = await db.execute<KeptCase>(sql`select ${columns} from cases c where c.workflow = ${workflow} and c.subject_id = ${subject}::uuid order by c.closed_at desc nulls first, c.id desc limit 1`);
  return row;
};

/** States, of the case or of the core, in which cases of units are asked for, and those of the whole tenant. */
export type WaitingPlaces = { unit: readonly string[]; tenant: readonly string[] };

/** Which cases are asked for: of which workflow, in some states or in any, after which one and how many. */
export type CaseFilter = { workflow: string; places?: WaitingPlaces | undefined; after: string | null; limit: number };

const inStates = (states: readonly string[]): SQL => (states.length === 0 ? sql`false` : sql`(c.state = any(${pgArray([...states])}::text[]) or c.core_state = any(${pgArray([...states])}::text[]))`);

const inPlaces = ({ unit, tenant }: WaitingPlaces): SQL => sql`((c.unit_id is not null and ${inStates(unit)}) or (c.unit_id is null and ${inStates(tenant)}))`;

/** Open cases of a workflow that the scope holds, the first due first. */
export const listOpenCases = async (db: TenantSql, scope: UnitScope, on: IsoDate, { workflow, places, after, limit }: CaseFilter): Promise<KeptCase[]> =>
  places && places.unit.length + places.tenant.length === 0
    ? []
    : [...(await db.execute<KeptCase>(sql`
        select ${columns} from cases c
        where c.closed_at is null and c.workflow = ${workflow} and ${places ? inPlaces(places) : sql`true`} and ${inside(scope, on)}
          and ${after === null ? sql`true` : sql`(coalesce(c.due_on, 'infinity'), c.id) > (select coalesce(p.due_on, 'infinity'), p.id from cases p where p.id = ${after}::uuid)`}
        order by coalesce(c.due_on, 'infinity'), c.id limit ${limit}`))];

/** Open cases whose time is over on a day: late from the day after the one by which they were due. */
export const casesPastDue = async (db: TenantSql, today: IsoDate): Promise<KeptCase[]> =>
  [...(await db.execute<KeptCase>(sql`select ${columns} from cases c where c.closed_at is null and c.due_on < ${today}::date order by c.due_on, c.id`))];

/** Open cases whose last day comes near: whoever must act is to be reminded. */
export const casesToRemind = async (db: TenantSql, today: IsoDate): Promise<KeptCase[]> =>
  [...(await db.execute<KeptCase>(sql`select ${columns} from cases c where c.closed_at is null and c.remind_on <= ${today}::date and c.due_on >= ${today}::date order by c.due_on, c.id`))];

/** The moves of a case from the first on. */
export const movesOfCase = async (db: TenantSql, id: string): Promise<PastMove[]> =>
  [...(await db.execute<PastMove>(sql`
    select m.move, m.from_state as "from", m.to_state as "to", m.moved_by as by, m.moved_label as label, m.covered_for as "coveredFor", m.reason, m.statement, m.moved_at as at
    from case_moves m where m.case_id = ${id}::uuid order by m.id`))];

const idsOf = (ids: readonly string[]): SQL => sql`any(${pgArray([...ids])}::uuid[])`;

/** Some cases of those that the scope holds on the date. */
export const casesById = async (db: TenantSql, scope: UnitScope, ids: readonly string[], on: IsoDate): Promise<KeptCase[]> =>
  ids.length === 0 ? [] : [...(await db.execute<KeptCase>(sql`select ${columns} from cases c where c.id = ${idsOf(ids)} and ${inside(scope, on)}`))];

/** By which workflows some cases go. */
export const workflowsOfCases = async (db: TenantSql, ids: readonly string[]): Promise<string[]> =>
  (await db.execute<{ workflow: string }>(sql`select distinct c.workflow from cases c where c.id = ${idsOf(ids)} order by c.workflow`)).map((it) => it.workflow);

/** Which of some cases the scope holds on the date. */
export const casesInside = async (db: TenantSql, scope: UnitScope, ids: readonly string[], on: IsoDate): Promise<string[]> =>
  ids.length === 0 ? [] : (await db.execute<{ id: string }>(sql`select c.id from cases c where c.id = ${idsOf(ids)} and ${inside(scope, on)}`)).map((it) => it.id);

/** Whose hands took which move of some cases last, by case and move: of who moved, and of whom he covered for. Moves of the clock are nobody's. */
export const lastMovers = async (db: TenantSql, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, readonly string[]>>>> => {
  if (ids.length === 0) return new Map();
  const rows = await db.execute<{ case: string; movers: Record<string, string[]> }>(sql`
    select x.case_id as case, jsonb_object_agg(x.move, case when x.covered_for is null then jsonb_build_array(x.moved_by) else jsonb_build_array(x.moved_by, x.covered_for) end) as movers
    from (select distinct on (m.case_id, m.move) m.case_id, m.move, m.moved_by, m.covered_for from case_moves m where m.case_id = ${idsOf(ids)} and m.moved_by is not null order by m.case_id, m.move, m.id desc) x
    group by x.case_id`);
  return new Map(rows.map((it) => [it.case, it.movers]));
};
