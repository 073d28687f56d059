import { planVersions } from '@saubac/db/plans';
import type { TenantSql } from '@saubac/db/tenancy';
import type { LocalText } from '@saubac/domain/values';

/** A target or task of a plan that an obstacle is about. */
export type Concerned = { kind: 'target' | 'task'; plan: string; id: string; title: LocalText };

/** Every target and task that any version of the tenant's plans has, by its stable id, as the latest version words it. What was taken out keeps its last wording. */
export const elementsOfPlans = async (db: TenantSql): Promise<ReadonlyMap<string, Concerned>> => {
  const elements = new Map<string, Concerned>();
  for (const { plan, document, withdrawn } of await planVersions(db)) {
    if (withdrawn) continue;
    for (const { id, title } of document.targets) elements.set(id, { kind: 'target', plan, id, title });
    for (const { id, title } of document.tasks) elements.set(id, { kind: 'task', plan, id, title });
  }
  return elements;
};
