import type { Command } from 'commander';
import { coreFacts } from '@saubac/domain/people';
import { definitionsById, type FactDefinition, type FactDefinitions } from '@saubac/domain/rules';
import { fail, ok, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { applyPlan, compareVersions, listVersions, planChangeInWords, readPlan, withdrawPlan, type ListedVersion } from '@saubac/services/plans';
import { factDefinitions } from '@saubac/services/targets';
import { planRefusal } from '../frame/file-refusals.ts';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { countArgument, dateOption, fileArgument } from '../frame/options.ts';
import { planInWords, planSummary } from '../frame/plan-in-words.ts';
import { shippedForPlans, shippedLanguageNames } from '../frame/shipped-reference.ts';
import { table } from '../frame/table.ts';
import { installedPlugins, withTenantContext } from '../frame/tenant-context.ts';

/** The core's facts, and those of every plugin that is here: what a plan may name before a tenant has chosen its plugins. */
const factsOfInstallation = async (): Promise<FactDefinition[]> => [
  ...coreFacts,
  ...(await installedPlugins()).flatMap((it) => Object.values(it.plugin?.facts ?? {}).map((fact) => fact.definition)),
];

const told = (words: Words, json: unknown, definitions: FactDefinitions): Outcome => {
  const read = readPlan(json, [...definitions.values()], shippedForPlans());
  if (!read.ok) return fail(planRefusal({ kind: 'plan-has-problems', problems: read.failure }, words));
  const aloud = { definitions, languageNames: shippedLanguageNames() };
  return ok({ json: planSummary(read.value, aloud, words), text: planInWords(read.value, aloud, words).join('\n') });
};

const check = async ({ words, env }: Frame, file: string, tenant: string | undefined): Promise<Outcome> => {
  const json = await readJsonFile(file);
  if (!json.ok) return json;
  if (tenant === undefined) return told(words, json.value, definitionsById(await factsOfInstallation()));
  return withTenantContext(env, tenant, (ctx) => Promise.resolve(told(words, json.value, factDefinitions(ctx.registry))));
};

const apply = async (ctx: Ctx, words: Words, plan: unknown, from: IsoDate): Promise<Outcome> => {
  const applied = await applyPlan(ctx, { plan, from });
  if (!applied.ok) return fail(planRefusal(applied.failure, words));
  const { version, unchanged } = applied.value;
  const { plan: id, number, inForceFrom, digest } = version;
  const text = words.t(unchanged ? 'plan.unchanged' : 'plan.applied', { plan: id, number, from: inForceFrom });
  return ok({ json: { plan: id, number, inForceFrom, digest, unchanged }, text });
};

const diff = async (ctx: Ctx, words: Words, from: number, to: number): Promise<Outcome> => {
  const compared = await compareVersions(ctx, from, to);
  if (!compared.ok) return compared;
  const sentences = compared.value.map((it) => planChangeInWords(it, factDefinitions(ctx.registry), words));
  const text = sentences.length === 0 ? words.t('planChanges.none') : [...sentences, words.t('planChanges.count', { count: sentences.length })].join('\n');
  return ok({ json: compared.value.map((it, index) => ({ ...it, sentence: sentences[index] })), text });
};

const versionTable = (words: Words, versions: readonly ListedVersion[]): string =>
  table(
    [
      { heading: words.t('plan.number'), align: 'right' },
      { heading: words.t('plan.plan') },
      { heading: words.t('plan.inForceFrom') },
      { heading: words.t('plan.lastDay') },
      { heading: words.t('plan.scope') },
      { heading: words.t('plan.targetCount'), align: 'right' },
      { heading: words.t('plan.inForce') },
    ],
    versions.map((it) => [
      String(it.number),
      it.plan,
      words.date(it.inForceFrom),
      it.lastDay === null ? '–' : words.date(it.lastDay),
      it.units?.join(', ') ?? words.t('plan.whole'),
      words.number(it.targets),
      words.t(it.withdrawn ? 'plan.withdrawnState' : it.inForce ? 'plan.yes' : 'plan.no'),
    ]),
  );

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const found = await listVersions(ctx);
  if (!found.ok) return found;
  const versions = found.value;
  return ok({ json: versions, text: versions.length === 0 ? words.t('plan.none') : versionTable(words, versions) });
};

const addCheck = (plan: Command, frame: Frame): Command =>
  plan
    .command('check')
    .description(frame.words.t('plan.checkAbout'))
    .addArgument(fileArgument(frame.words, '<file>', frame.words.t('plan.fileArgument')))
    .option('--tenant <slug>', frame.words.t('plan.tenantOption'))
    .action(frame.action((file: string, { tenant }: { tenant?: string }) => check(frame, file, tenant)));

const addApply = (plan: Command, { words, env, action }: Frame): Command =>
  plan
    .command('apply')
    .description(words.t('plan.applyAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addArgument(fileArgument(words, '<file>', words.t('plan.fileArgument')))
    .addOption(dateOption(words, '--from <date>', words.t('plan.fromOption')).makeOptionMandatory())
    .action(
      action(async (slug: string, file: string, { from }: { from: IsoDate }) => {
        const json = await readJsonFile(file);
        return json.ok ? withTenantContext(env, slug, (ctx) => apply(ctx, words, json.value, from)) : json;
      }),
    );

const withdraw = async (ctx: Ctx, words: Words, number: number, why: string): Promise<Outcome> => {
  const withdrawn = await withdrawPlan(ctx, { number, why });
  if (!withdrawn.ok) return withdrawn;
  const { plan, inForceFrom } = withdrawn.value;
  return ok({ json: { plan, number, inForceFrom, withdrawn: true }, text: words.t('plan.withdrawn', { plan, number, from: inForceFrom }) });
};

const addWithdraw = (plan: Command, { words, env, action }: Frame): Command =>
  plan
    .command('withdraw')
    .description(words.t('plan.withdrawAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addArgument(countArgument(words, '<version>', words.t('plan.versionArgument')))
    .requiredOption('--why <text>', words.t('plan.whyOption'))
    .action(action((slug: string, number: number, { why }: { why: string }) => withTenantContext(env, slug, (ctx) => withdraw(ctx, words, number, why))));

export const planCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  const plan = program.command('plan').description(words.t('plan.about'));
  addCheck(plan, frame);
  addApply(plan, frame);
  addWithdraw(plan, frame);
  plan
    .command('diff')
    .description(words.t('plan.diffAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .addArgument(countArgument(words, '<v1>', words.t('plan.versionArgument')))
    .addArgument(countArgument(words, '<v2>', words.t('plan.versionArgument')))
    .action(action((slug: string, from: number, to: number) => withTenantContext(env, slug, (ctx) => diff(ctx, words, from, to))));
  plan
    .command('list')
    .description(words.t('plan.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
};
