import { type PlanVersion, planVersions } from '@saubac/db/plans';
import type { TenantSql } from '@saubac/db/tenancy';
import type { LocalText } from '@saubac/domain/values';

/** A target or task of a plan that an obstacle is about. */
export type Concerned = { kind: 'target' | 'task'; plan: string; id: string; title: LocalText };

/** The targets and tasks of versions of plans, as they stand in them. */
export const elementsIn = (versions: readonly Pick<PlanVersion, 'plan' | 'document'>[]): Concerned[] =>
  versions.flatMap(({ plan, document }) => [
    ...document.targets.map(({ id, title }) => ({ kind: 'target' as const, plan, id, title })),
    ...document.tasks.map(({ id, title }) => ({ kind: 'task' as const, plan, id, title })),
  ]);

/** Every target and task that any version of the tenant's plans has, by its stable id, as the latest version words it. What was taken out keeps its last wording. */
export const elementsOfPlans = async (db: TenantSql): Promise<ReadonlyMap<string, Concerned>> =>
  new Map(elementsIn((await planVersions(db)).filter((it) => !it.withdrawn)).map((it) => [it.id, it]));
