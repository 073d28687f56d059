import type { Cluster } from '@saubac/db/cluster';
import { isDemoLoaded, markDemoLoaded } from '@saubac/db/demo';
import { ok, type Result } from '@saubac/domain/values';
import type { Refusal } from '../../frame/frame.ts';
import type { DemoSize, DemoTenant } from './demo-tenant.ts';

/** What a step of the loading is given. */
export type DemoContext = { cluster: Cluster; tenant: DemoTenant; size: Exclude<DemoSize, 'none'> };

/** The steps in their order; each has a word in the catalogue `start`. */
export type DemoStepName = 'stepTenant';

/**
 * One step. It may have been done, or cut short, by an earlier start: run again, it completes what is missing and changes nothing
 * that is there.
 */
type DemoStep = { name: DemoStepName; run: (context: DemoContext) => Promise<Result<unknown, Refusal>> };

const createTenant: DemoStep = {
  name: 'stepTenant',
  run: async ({ cluster, tenant }) => {
    const { slug, name, kind, code } = tenant;
    if (await cluster.findTenant(slug)) return ok(null);
    return cluster.createTenant({ slug, name, kind, provinceCode: code ?? undefined });
  },
};

const steps: readonly DemoStep[] = [createTenant];

/** Whether a tenant is there with all its sample data. */
export const hasDemo = async (cluster: Cluster, { slug }: DemoTenant): Promise<boolean> =>
  (await cluster.findTenant(slug)) !== undefined && cluster.withTenant(slug, ({ db }) => isDemoLoaded(db));

/** Loads one tenant's sample data, step by step, and marks them as whole at the end. Stops at the first step that is refused. */
export const loadDemo = async (context: DemoContext, say: (step: DemoStepName) => void): Promise<Result<null, Refusal>> => {
  for (const step of steps) {
    say(step.name);
    const done = await step.run(context);
    if (!done.ok) return done;
  }
  await context.cluster.withTenant(context.tenant.slug, ({ db }) => markDemoLoaded(db));
  return ok(null);
};
