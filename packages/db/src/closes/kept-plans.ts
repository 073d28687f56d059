import {
  type ConditionHead, type FrozenCondition, type FrozenLevels, type FrozenPeople, type FrozenSets, type FrozenTarget, type LevelsHead, readConditions, readLevels, readPeople, readSets, type SetsHead,
  sizeOfIds, type UnitFigures, writeConditions, writeLevels, writePeople, writeSets,
} from '@saubac/domain/closes';
import type { TargetStatus } from '@saubac/domain/targets';
import type { IsoDate, LocalText } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { pressed, unpressed } from './pressed.ts';

/** A target of a close without the sets behind it. One that was not counted (met by evidence, or a fact of it could not be had) has its status only. */
export type KeptTarget = { code: string; title: LocalText; milestone: IsoDate } & (
  | { counted: FrozenTarget; figures: UnitFigures[] }
  | { counted: null; status: Extract<TargetStatus, 'met' | 'no-evidence' | 'unavailable'>; goal: number | null }
);

/** A plan of a close: which version it was, and its targets in their order. */
export type KeptPlan = { id: string; plan: string; planVersion: number; planVersionId: string; people: number; targets: KeptTarget[] };

/** What is to be kept of a plan. */
export type PlanToKeep = {
  planVersionId: string;
  people: FrozenPeople;
  levels: readonly FrozenLevels[];
  conditions: readonly FrozenCondition[];
  targets: readonly (KeptTarget & { sets: FrozenSets | null })[];
};

type Head = { counted: FrozenTarget; sets: SetsHead } | { counted: null; status: 'met' | 'no-evidence' | 'unavailable'; goal: number | null };

const insertTarget = async (tx: TenantSql, plan: string, place: number, it: PlanToKeep['targets'][number]): Promise<void> => {
  const written = it.sets && writeSets(it.sets);
  const head = it.counted && written ? { counted: it.counted, sets: written.head } : { counted: null, status: it.counted ? 'unavailable' : it.status, goal: it.counted ? null : it.goal };
  const figures = it.counted ? it.figures : [];
  await tx.execute(sql`
    insert into close_targets (close_plan_id, place, target_code, title, milestone, head, figures, sets)
    values (${plan}::uuid, ${place}, ${it.code}, ${JSON.stringify(it.title)}::jsonb, ${it.milestone}::date, ${JSON.stringify(head satisfies Head)}::jsonb, ${JSON.stringify(figures)}::jsonb, ${written ? pressed(written.bytes) : sql`null`})`);
};

/** Keeps one plan of a close with everything frozen of it. */
export const insertClosePlan = async (tx: TenantSql, close: string, it: PlanToKeep): Promise<void> => {
  const levelHeads: LevelsHead[] = it.levels.map(({ languages }) => ({ languages }));
  const conditionHeads: ConditionHead[] = it.conditions.map(({ condition, milestone }) => ({ condition, milestone }));
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into close_plans (close_id, plan_version_id, people_count, people, level_heads, levels, condition_heads, conditions)
    values (${close}::uuid, ${it.planVersionId}::uuid, ${sizeOfIds(it.people.ids)}, ${pressed(writePeople(it.people))}, ${JSON.stringify(levelHeads)}::jsonb, ${pressed(writeLevels(it.levels))},
            ${JSON.stringify(conditionHeads)}::jsonb, ${pressed(writeConditions(it.conditions))}) returning id`);
  for (const [place, target] of it.targets.entries()) await insertTarget(tx, row!.id, place, target);
};

/** The plans of a close with their targets and figures. */
export const closePlans = async (db: TenantSql, close: string): Promise<KeptPlan[]> => {
  const plans = await db.execute<Omit<KeptPlan, 'targets'>>(sql`
    select k.id, p.code as plan, v.number as "planVersion", v.id as "planVersionId", k.people_count as people
    from close_plans k join plan_versions v on v.id = k.plan_version_id join plans p on p.id = v.plan_id where k.close_id = ${close}::uuid order by v.number`);
  type Row = { plan: string; code: string; title: LocalText; milestone: IsoDate; head: Head; figures: UnitFigures[] };
  const targets = await db.execute<Row>(sql`
    select t.close_plan_id as plan, t.target_code as code, t.title, t.milestone::text as milestone, t.head, t.figures
    from close_targets t join close_plans k on k.id = t.close_plan_id where k.close_id = ${close}::uuid order by t.place`);
  const targetOf = ({ code, title, milestone, head, figures }: Row): KeptTarget => ({ code, title, milestone, ...(head.counted ? { counted: head.counted, figures } : head) });
  return plans.map((it) => ({ ...it, targets: targets.filter((row) => row.plan === it.id).map(targetOf) }));
};

/** The people of a plan of a close. */
export const frozenPeople = async (db: TenantSql, plan: string): Promise<FrozenPeople> => {
  const [row] = await db.execute<{ people: unknown }>(sql`select people from close_plans where id = ${plan}::uuid`);
  return readPeople(unpressed(row!.people));
};

/** The levels and conditions of the people of a plan. */
export const frozenFacts = async (db: TenantSql, plan: string): Promise<{ levels: FrozenLevels[]; conditions: FrozenCondition[] }> => {
  type Row = { levelHeads: LevelsHead[]; levels: unknown; conditionHeads: ConditionHead[]; conditions: unknown };
  const [row] = await db.execute<Row>(sql`select level_heads as "levelHeads", levels, condition_heads as "conditionHeads", conditions from close_plans where id = ${plan}::uuid`);
  return { levels: readLevels(row!.levelHeads, unpressed(row!.levels)), conditions: readConditions(row!.conditionHeads, unpressed(row!.conditions)) };
};

/** The sets behind a counted target of a plan; undefined if it was not counted. */
export const frozenSets = async (db: TenantSql, plan: string, target: string): Promise<FrozenSets | undefined> => {
  const [row] = await db.execute<{ head: Head; sets: unknown }>(sql`select head, sets from close_targets where close_plan_id = ${plan}::uuid and target_code = ${target}`);
  return row?.head.counted && row.sets !== null ? readSets(row.head.sets, unpressed(row.sets)) : undefined;
};
