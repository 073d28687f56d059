import { comparePlansRoute, getPlanFileRoute, getPlanRoute, listPlansRoute, withdrawPlanRoute } from '@saubac/contract/plans';
import type { PlanChange, PlanFile } from '@saubac/domain/plan';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { Locale } from '@saubac/domain/values';
import { compareVersions, getVersion, listVersions, planChangeInWords, withdrawPlan } from '@saubac/services/plans';
import { factDefinitions } from '@saubac/services/targets';
import { refuse, words } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

/** A difference between two plans, with its sentence. */
export const shownChange = (change: PlanChange, definitions: FactDefinitions, locale: Locale) => ({ ...change, sentence: planChangeInWords(change, definitions, words[locale]) });

/** A plan as the JSON it is sent as. */
const asJson = (document: PlanFile): Record<string, unknown> => document;

export const planRoutes = tenantRoutes((app) => {
  app.openapi(listPlansRoute, async (c) => {
    const versions = await listVersions(c.var.ctx);
    return versions.ok ? c.answer({ items: versions.value }, 200) : refuse(c, versions.failure);
  });
  app.openapi(getPlanRoute, async (c) => {
    const version = await getVersion(c.var.ctx, c.req.valid('param').number);
    return version.ok ? c.answer({ ...version.value, document: asJson(version.value.document) }, 200) : refuse(c, version.failure);
  });
  app.openapi(getPlanFileRoute, async (c) => {
    const version = await getVersion(c.var.ctx, c.req.valid('param').number);
    if (!version.ok) return refuse(c, version.failure);
    const { plan, number, document } = version.value;
    return c.answer(asJson(document), 200, { 'content-disposition': `attachment; filename="${plan}-v${number}.json"` });
  });
  app.openapi(comparePlansRoute, async (c) => {
    const changes = await compareVersions(c.var.ctx, c.req.valid('query').since, c.req.valid('param').number);
    if (!changes.ok) return refuse(c, changes.failure);
    const definitions = factDefinitions(c.var.ctx.registry);
    return c.answer({ items: changes.value.map((it) => shownChange(it, definitions, c.var.locale)) }, 200);
  });
  app.openapi(withdrawPlanRoute, async (c) => {
    const withdrawn = await withdrawPlan(c.var.ctx, { number: c.req.valid('param').number, why: c.req.valid('json').why });
    if (!withdrawn.ok) return refuse(c, withdrawn.failure);
    const { number, plan, inForceFrom, withdrawn: isWithdrawn } = withdrawn.value;
    return c.answer({ number, plan, inForceFrom, withdrawn: isWithdrawn }, 200);
  });
});
