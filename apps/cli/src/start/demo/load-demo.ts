import type { Cluster } from '@saubac/db/cluster';
import { demoState, markDemo } from '@saubac/db/demo';
import { ok, type Result } from '@saubac/domain/values';
import type { Refusal } from '../../frame/frame.ts';
import type { DemoContext, DemoStep, DemoStepName } from './demo-context.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { importWorkbook, writeRoster } from './roster-steps.ts';
import { enablePlugins, samplePlugins } from './plugin-steps.ts';
import { createTenant, putPlanInForce, setSettings } from './tenant-steps.ts';
import { sampleWork } from './work-step.ts';

/**
 * Settings come before the people, because levels follow from them; plugins before the plan, which may name their facts; the plan after the
 * people, because it may name units; the work that the plan gives, and what plugins show, last, because they need all of that.
 */
const steps: readonly DemoStep[] = [createTenant, setSettings, enablePlugins, writeRoster, importWorkbook, putPlanInForce, sampleWork, samplePlugins];

/** What may be left to do where the sample was whole before: plugins that came since, or were left out in safe mode. */
const laterSteps: readonly DemoStep[] = [enablePlugins, samplePlugins];

/**
 * What a start finds: `absent` and `begun` are to be loaded, `whole` is done, and `own` is a tenant that somebody created for himself: it
 * keeps what it has.
 */
export type DemoStanding = 'absent' | 'begun' | 'whole' | 'own';

/** How one tenant of `deploy/tenants` stands in this installation. */
export const demoStanding = async (cluster: Cluster, { slug }: DemoTenant): Promise<DemoStanding> => {
  if (!(await cluster.findTenant(slug))) return 'absent';
  return (await cluster.withTenant(slug, ({ db }) => demoState(db))) ?? 'own';
};

/** Loads one tenant's sample data, step by step, and marks them as whole at the end. Stops at the first step that is refused. */
export const loadDemo = async (context: DemoContext, say: (step: DemoStepName) => void): Promise<Result<null, Refusal>> => {
  const whole = (await demoStanding(context.cluster, context.tenant)) === 'whole';
  for (const step of whole ? laterSteps : steps) {
    say(step.name);
    const done = await step.run(context);
    if (!done.ok) return done;
  }
  await context.cluster.withTenant(context.tenant.slug, ({ db }) => markDemo(db, 'whole'));
  return ok(null);
};
