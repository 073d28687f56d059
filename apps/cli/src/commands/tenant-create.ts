import type { Cluster } from '@saubac/db/cluster';
import type { NewTenant, Tenant } from '@saubac/db/tenancy';
import type { TenantSettings } from '@saubac/domain/levels';
import { coreFacts } from '@saubac/domain/people';
import { unknownDecidingUnits, type PlanFile } from '@saubac/domain/plan';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { applySettings, readSettings } from '@saubac/services/levels';
import { applyPlan, readPlan } from '@saubac/services/plans';
import { planRefusal, settingsRefusal } from '../frame/file-refusals.ts';
import type { Refusal } from '../frame/frame.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { defaultSettingsFile, shippedForPlans, shippedForSettings } from '../frame/shipped-reference.ts';
import { inTenant } from '../frame/tenant-context.ts';

/** What a new tenant begins with: settings always, a plan if one was given. Read and checked before there is a tenant. */
export type Beginning = { settings: TenantSettings; plan: PlanFile | null };

const readSettingsFile = async (path: string, words: Words): Promise<Result<TenantSettings, Refusal>> => {
  const json = await readJsonFile(path);
  if (!json.ok) return json;
  const settings = readSettings(json.value, shippedForSettings());
  return settings.ok ? settings : fail(settingsRefusal(settings.failure, words));
};

/** A new tenant has the core's facts only and no units yet, so its first plan may name neither a plugin's fact nor a unit. */
const readPlanFile = async (path: string, words: Words): Promise<Result<PlanFile, Refusal>> => {
  const json = await readJsonFile(path);
  if (!json.ok) return json;
  const plan = readPlan(json.value, coreFacts, shippedForPlans());
  if (!plan.ok) return fail(planRefusal({ kind: 'plan-has-problems', problems: plan.failure }, words));
  const units = unknownDecidingUnits(plan.value, []).flatMap((it) => ('unit' in it ? it.unit : []));
  return units.length > 0 ? fail({ kind: 'plan-needs-units', units: [...new Set(units)] }) : plan;
};

/** Reads and checks the files that a tenant is created with. */
export const readBeginning = async (words: Words, files: { plan?: string | undefined; settings?: string | undefined }): Promise<Result<Beginning, Refusal>> => {
  const settings = await readSettingsFile(files.settings ?? defaultSettingsFile, words);
  if (!settings.ok) return settings;
  const plan = files.plan === undefined ? ok(null) : await readPlanFile(files.plan, words);
  return plan.ok ? ok({ settings: settings.value, plan: plan.value }) : plan;
};

/** Creates a tenant and gives it its settings and its plan, which is in force from the first day of its own period. */
export const createTenantWith = async (cluster: Cluster, words: Words, input: NewTenant, { settings, plan }: Beginning): Promise<Result<Tenant, Refusal>> => {
  const created = await cluster.createTenant(input);
  if (!created.ok) return created;
  return inTenant<Tenant, Refusal>(cluster, created.value.slug, async (ctx) => {
    const set = await applySettings(ctx, settings);
    if (!set.ok) return fail(settingsRefusal(set.failure, words));
    const applied = plan ? await applyPlan(ctx, { plan, from: plan.period.from }) : ok(null);
    return applied.ok ? created : fail(planRefusal(applied.failure, words));
  });
};
