import { ok, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { listEvidence, recordEvidence, type EvidenceInput, type ListedEvidence } from '@saubac/services/plans';
import type { Commands, Outcome } from '../frame/frame.ts';
import { dateOption } from '../frame/options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

type AddOptions = { target: string; title: string; number?: string; on: IsoDate; until?: IsoDate };

const add = async (ctx: Ctx, words: Words, input: EvidenceInput): Promise<Outcome> => {
  const recorded = await recordEvidence(ctx, input);
  if (!recorded.ok) return recorded;
  const { plan, evidence, unchanged } = recorded.value;
  const { title, target, issuedOn: on } = evidence;
  return ok({ json: { plan, ...evidence, unchanged }, text: unchanged ? words.t('evidence.unchanged') : words.t('evidence.recorded', { title, target, on }) });
};

const evidenceTable = (words: Words, listed: readonly ListedEvidence[]): string =>
  table(
    (['target', 'title', 'number', 'issuedOn', 'inForceTo'] as const).map((it) => ({ heading: words.t(`evidence.${it}`) })),
    listed.map((it) => [it.target, it.title, it.number ?? '', words.date(it.issuedOn), it.inForceTo === null ? '' : words.date(it.inForceTo)]),
  );

const list = async (ctx: Ctx, words: Words): Promise<Outcome> => {
  const found = await listEvidence(ctx);
  if (!found.ok) return found;
  const listed = found.value;
  return ok({ json: listed, text: listed.length === 0 ? words.t('evidence.none') : evidenceTable(words, listed) });
};

export const evidenceCommands: Commands = (program, { words, env, action }) => {
  const evidence = program.command('evidence').description(words.t('evidence.about'));
  evidence
    .command('add')
    .description(words.t('evidence.addAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .requiredOption('--target <id>', words.t('evidence.targetOption'))
    .requiredOption('--title <text>', words.t('evidence.titleOption'))
    .option('--number <text>', words.t('evidence.numberOption'))
    .addOption(dateOption(words, '--on <date>', words.t('evidence.onOption')).makeOptionMandatory())
    .addOption(dateOption(words, '--until <date>', words.t('evidence.untilOption')))
    .action(
      action((slug: string, { target, title, number, on, until }: AddOptions) =>
        withTenantContext(env, slug, (ctx) => add(ctx, words, { target, title, number: number ?? null, issuedOn: on, inForceTo: until ?? null })),
      ),
    );
  evidence
    .command('list')
    .description(words.t('evidence.listAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .action(action((slug: string) => withTenantContext(env, slug, (ctx) => list(ctx, words))));
};
