import { ok } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { explain, explanationInWords, factDefinitions, type Question } from '@saubac/services/targets';
import type { Commands, Outcome } from '../frame/frame.ts';
import { questionOf, withQuestion, type QuestionOptions } from '../frame/question-options.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

type ExplainOptions = QuestionOptions & { target: string };

const answer = async (ctx: Ctx, words: Words, question: Question & { person: string; target: string }): Promise<Outcome> => {
  const explained = await explain(ctx, question);
  if (!explained.ok) return explained;
  const sentences = explanationInWords(explained.value, factDefinitions(ctx.registry), words);
  return ok({ json: { ...explained.value, sentences }, text: sentences.join('\n') });
};

export const explainCommands: Commands = (program, { words, env, action }) => {
  withQuestion(program.command('explain').description(words.t('explain.about')), words)
    .argument('<person>', words.t('explain.personArgument'))
    .requiredOption('--target <id>', words.t('targets.targetOption'))
    .action(
      action((slug: string, person: string, options: ExplainOptions) =>
        withTenantContext(env, slug, (ctx) => answer(ctx, words, { ...questionOf(options), person, target: options.target })),
      ),
    );
};
