import { ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { standards, type StandardsReport } from '@saubac/services/standards';
import type { Question } from '@saubac/services/targets';
import type { Commands, Outcome } from '../frame/frame.ts';
import { countOption } from '../frame/options.ts';
import { questionOf, withQuestion, type QuestionOptions } from '../frame/question-options.ts';
import { table, type Column } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

type StandardsOptions = QuestionOptions & { limit?: number };

const unitTable = (words: Words, { units }: StandardsReport): string => {
  const figures = (['required', 'met', 'gap'] as const).map((it): Column => ({ heading: words.t(`standards.${it}`), align: 'right' }));
  return table(
    [{ heading: words.t('standards.unit') }, ...figures],
    units.map((it) => [it.unitName, words.number(it.required), words.number(it.met), words.number(it.required - it.met)]),
  );
};

const gapTable = (words: Words, { gaps }: StandardsReport): string =>
  table(
    (['name', 'unit', 'post', 'language', 'requiredLevel', 'held'] as const).map((it) => ({ heading: words.t(`standards.${it}`) })),
    gaps.map((it) => [
      it.fullName,
      it.unitName,
      it.post,
      it.language ?? words.t('standards.anyLanguage'),
      words.t('reasons.level', { level: it.required }),
      it.held === null ? words.t('standards.noLevel') : words.t('reasons.level', { level: it.held }),
    ]),
  );

const inWords = (words: Words, report: StandardsReport): string => {
  if (report.units.length === 0) return words.t('standards.none');
  return report.gaps.length === 0 ? unitTable(words, report) : `${unitTable(words, report)}\n${words.t('standards.people')}\n${gapTable(words, report)}`;
};

/** More than the posts of the largest tenant: the list is whole unless somebody asks for less. */
const all = 1_000_000;

const answer = async (ctx: Ctx, words: Words, question: Question & { limit: number }): Promise<Outcome> => {
  const report = await standards(ctx, question);
  return report.ok ? ok({ json: report.value, text: inWords(words, report.value) }) : report;
};

export const standardsCommands: Commands = (program, { words, env, action }) => {
  withQuestion(program.command('standards').description(words.t('standards.about')), words)
    .addOption(countOption(words, '--limit <n>', words.t('standards.limitOption')))
    .action(
      action((slug: string, options: StandardsOptions) =>
        withTenantContext(env, slug, (ctx) => answer(ctx, words, { ...questionOf(options), limit: options.limit ?? all })),
      ),
    );
};
