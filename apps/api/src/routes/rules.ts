import { checkRuleRoute, countRuleRoute, listFactsRoute, sampleRuleRoute } from '@saubac/contract/rules';
import { checkRule, countRule, listFacts, sampleRule } from '@saubac/services/rules';
import { factDefinitions } from '@saubac/services/targets';
import { faultsIn, refuse, shownPlanProblem } from '../answers/index.ts';
import { shownPerson } from './figures.ts';
import { tenantRoutes } from './frame.ts';

export const ruleRoutes = tenantRoutes((app) => {
  app.openapi(listFactsRoute, async (c) => {
    const listed = await listFacts(c.var.ctx);
    return listed.ok ? c.answer(listed.value, 200) : refuse(c, listed.failure);
  });
  app.openapi(checkRuleRoute, async (c) => {
    const checked = await checkRule(c.var.ctx, c.req.valid('json').rule);
    if (!checked.ok) return refuse(c, checked.failure);
    return c.answer({ problems: checked.value.problems.map(shownPlanProblem), sentence: checked.value.sentence }, 200);
  });
  app.openapi(countRuleRoute, async (c) => {
    const { on = c.var.ctx.today, ...question } = c.req.valid('json');
    const counted = await countRule(c.var.ctx, { ...question, on });
    if (counted.ok) return c.answer({ on, ...counted.value }, 200);
    return refuse(c, counted.failure, faultsIn(counted.failure, 'body/rule'));
  });
  app.openapi(sampleRuleRoute, async (c) => {
    const { ctx, locale } = c.var;
    const { on = ctx.today, ...question } = c.req.valid('json');
    const sample = await sampleRule(ctx, { ...question, on });
    if (!sample.ok) return refuse(c, sample.failure, faultsIn(sample.failure, 'body/rule'));
    const definitions = factDefinitions(ctx.registry);
    return c.answer({ on, items: sample.value.people.map((it) => shownPerson({ ...it, reached: true }, definitions, locale)), sentence: sample.value.sentence }, 200);
  });
});
