import { dateInWords } from '@saubac/domain/people';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { Forbidden } from '@saubac/domain/access';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import type { TookTooLong } from '@saubac/services/figures';
import { factDefinitions, people, reasonInWords, type PeoplePage, type PersonWithReason, type Question, type TargetFailure } from '@saubac/services/targets';
import type { Commands, Frame, Outcome } from '../frame/frame.ts';
import { choiceOption, countOption } from '../frame/options.ts';
import { questionOf, withQuestion, type QuestionOptions } from '../frame/question-options.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

const groups = ['cohort', 'reached', 'missing', 'focus'] as const;
type Group = (typeof groups)[number];
type Asked = Question & { target: string; group: Group; limit: number };
type PeopleOptions = QuestionOptions & { target: string; in: Group; limit?: number };

// Large enough that a page costs little more than its rows, small enough that the first is there at once.
const pageSize = 1_000;

const pageAfter = (ctx: Ctx, { limit: _, ...asked }: Asked, after: PeoplePage['next'], most: number): Promise<Result<PeoplePage, TargetFailure | Forbidden | TookTooLong>> =>
  people(ctx, { ...asked, after, limit: Math.min(pageSize, most) });

async function* pages(ctx: Ctx, asked: Asked, first: PeoplePage): AsyncGenerator<PersonWithReason> {
  let page = first;
  let left = asked.limit;
  for (;;) {
    yield* page.people;
    left -= page.people.length;
    if (page.next === null || left <= 0) return;
    const following = await pageAfter(ctx, asked, page.next, left);
    // The plan was found a moment ago: only a change of versions in between can end up here.
    if (!following.ok) throw new Error(following.failure.kind);
    page = following.value;
  }
}

const toldOf = (words: Words, definitions: FactDefinitions, it: PersonWithReason) => ({
  id: it.id,
  name: it.fullName,
  birthDate: it.birthDate,
  birthPrecision: it.birthPrecision,
  unit: { code: it.unitCode, name: it.unitName },
  reached: it.reached,
  reason: it.reason.map(({ condition, value, holds, unknown }) => ({ condition, value, holds, unknown })),
  sentence: reasonInWords(it, definitions, words),
});

const lineOf = (words: Words, definitions: FactDefinitions, it: PersonWithReason): string =>
  [it.fullName, it.birthDate === null ? '–' : dateInWords(it.birthDate, it.birthPrecision), it.unitName, words.t(it.reached ? 'reasons.reached' : 'reasons.missing'), reasonInWords(it, definitions, words), it.id].join('\t');

const heading = (words: Words): string => (['name', 'birthDate', 'unit', 'reached', 'reason', 'id'] as const).map((it) => words.t(`targets.${it}`)).join('\t');

const ending = (words: Words, count: number, limit: number): string => {
  if (count === 0) return words.t('targets.peopleNone');
  const counted = words.t('targets.peopleCount', { count });
  return count < limit ? counted : `${counted} ${words.t('targets.peopleLimited')}`;
};

const answer = async (ctx: Ctx, { words, writeRows }: Frame, asked: Asked): Promise<Outcome> => {
  const first = await pageAfter(ctx, asked, null, asked.limit);
  if (!first.ok) return fail(first.failure);
  const definitions = factDefinitions(ctx.registry);
  await writeRows({
    items: pages(ctx, asked, first.value),
    json: (it) => toldOf(words, definitions, it),
    line: (it) => lineOf(words, definitions, it),
    heading: heading(words),
    ending: (count) => ending(words, count, asked.limit),
  });
  return ok(null);
};

export const peopleCommands: Commands = (program, frame) => {
  const { words, env, action } = frame;
  withQuestion(program.command('people').description(words.t('targets.peopleAbout')), words)
    .requiredOption('--target <id>', words.t('targets.targetOption'))
    .addOption(choiceOption(words, '--in <group>', words.t('targets.inOption'), groups).makeOptionMandatory())
    .addOption(countOption(words, '--limit <n>', words.t('targets.limitOption')))
    .action(
      action((slug: string, options: PeopleOptions) => {
        const { target, in: group, limit = Infinity } = options;
        return withTenantContext(env, slug, (ctx) => answer(ctx, frame, { ...questionOf(options), target, group, limit }));
      }),
    );
};
