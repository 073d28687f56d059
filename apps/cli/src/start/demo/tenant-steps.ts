import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { markDemo } from '@saubac/db/demo';
import { parsePlan } from '@saubac/domain/plan';
import { fail, ok } from '@saubac/domain/values';
import { applySettings } from '@saubac/services/levels';
import { applyPlan } from '@saubac/services/plans';
import { planRefusal, settingsRefusal } from '../../frame/file-refusals.ts';
import { readJsonFile } from '../../frame/json-file.ts';
import { defaultSettingsFile } from '../../frame/shipped-reference.ts';
import { inTenant } from '../../frame/tenant-context.ts';
import type { DemoStep } from './demo-context.ts';

export const createTenant: DemoStep = {
  name: 'stepTenant',
  run: async ({ cluster, tenant: { slug, name, kind, code } }) => {
    if (await cluster.findTenant(slug)) return ok(null);
    const created = await cluster.createTenant({ slug, name, kind, provinceCode: code ?? undefined });
    if (created.ok) await cluster.withTenant(slug, ({ db }) => markDemo(db, 'begun'));
    return created;
  },
};

/** The settings of the tenant's folder, else those that every tenant begins with. */
export const setSettings: DemoStep = {
  name: 'stepSettings',
  run: async ({ cluster, tenant, words }) => {
    const own = join(tenant.folder, 'settings.json');
    const json = await readJsonFile(existsSync(own) ? own : defaultSettingsFile);
    if (!json.ok) return json;
    return inTenant(cluster, tenant.slug, async (ctx) => {
      const applied = await applySettings(ctx, json.value);
      return applied.ok ? applied : fail(settingsRefusal(applied.failure, words));
    });
  },
};

/** Puts the plan of the tenant's folder in force from the first day of its own period; its units are there by now. */
export const putPlanInForce: DemoStep = {
  name: 'stepPlan',
  run: async ({ cluster, tenant, words }) => {
    const json = await readJsonFile(join(tenant.folder, 'plan.json'));
    if (!json.ok) return json;
    const plan = parsePlan(json.value);
    if (!plan.ok) return fail(planRefusal({ kind: 'plan-has-problems', problems: plan.failure }, words));
    return inTenant(cluster, tenant.slug, async (ctx) => {
      const applied = await applyPlan(ctx, { plan: plan.value, from: plan.value.period.from });
      return applied.ok ? applied : fail(planRefusal(applied.failure, words));
    });
  },
};
