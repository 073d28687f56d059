import { ok } from '@saubac/domain/values';
import type { FactDefinitions } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { factDefinitions, progress, progressByUnit, type PlanProgress, type Question, type UnitsOf } from '@saubac/services/targets';
import type { Commands, Outcome } from '../frame/frame.ts';
import { choiceOption } from '../frame/options.ts';
import { questionOf, withQuestion, type QuestionOptions } from '../frame/question-options.ts';
import { table } from '../frame/table.ts';
import { withTenantContext } from '../frame/tenant-context.ts';

const dash = '–';
const numberOr = (words: Words, value: number | null): string => (value === null ? dash : words.number(value));
const percentOr = (words: Words, value: number | null): string => (value === null ? dash : words.percent(value));

const figures = (words: Words, it: PlanProgress): string[] => [
  it.target,
  words.date(it.milestone),
  numberOr(words, it.denominator),
  numberOr(words, it.numerator),
  percentOr(words, it.percent),
  percentOr(words, it.goalPercent),
  numberOr(words, it.missing),
  words.t(`targets.status-${it.status}`),
];

const progressTable = (words: Words, answers: readonly PlanProgress[]): string =>
  table(
    [
      { heading: words.t('targets.target') },
      { heading: words.t('targets.milestone') },
      ...(['denominator', 'numerator', 'percent', 'goal', 'missing'] as const).map((it) => ({ heading: words.t(`targets.${it}`), align: 'right' as const })),
      { heading: words.t('targets.status') },
    ],
    answers.map((it) => figures(words, it)),
  );

const unknownFacts = (words: Words, { unknown }: PlanProgress, definitions: FactDefinitions): string[] =>
  Object.entries(unknown).map(([fact, people]) => words.t('targets.unknownFact', { label: words.text(definitions.get(fact)?.label ?? { vi: fact }), count: people }));

/** What a row of the table can't hold: the title, the focus, the level alone, what is not known. */
const notes = (words: Words, it: PlanProgress, definitions: FactDefinitions): string[] => {
  const { focus, levelAlone } = it;
  const facts = unknownFacts(words, it, definitions);
  return [
    words.t('targets.titleLine', { target: it.target, title: words.text(it.title) }),
    ...(focus ? [`  ${words.t('targets.focusLine', { numerator: focus.numerator, count: focus.denominator, percent: percentOr(words, focus.percent) })}`] : []),
    ...(levelAlone ? [`  ${words.t('targets.levelAloneLine', { numerator: levelAlone.numerator, count: levelAlone.denominator, missing: levelAlone.missing, percent: percentOr(words, levelAlone.percent) })}`] : []),
    ...(facts.length > 0 ? [`  ${words.t('targets.unknownLine', { facts })}`] : []),
  ];
};

const inWords = (words: Words, answers: readonly PlanProgress[], { on, unit }: Question, definitions: FactDefinitions): string =>
  [...Map.groupBy(answers, (it) => it.planVersion)]
    .map(([version, ofPlan]) => {
      const heading = words.t('targets.heading', { plan: ofPlan[0]?.plan ?? '', version, on });
      const line = unit === undefined ? heading : words.t('targets.headingUnit', { heading, unit });
      return `${line}\n\n${progressTable(words, ofPlan)}\n${ofPlan.flatMap((it) => notes(words, it, definitions)).join('\n')}`;
    })
    .join('\n\n');

const answer = async (ctx: Ctx, words: Words, question: Question): Promise<Outcome> => {
  const answers = await progress(ctx, question);
  return answers.ok ? ok({ json: answers.value, text: inWords(words, answers.value, question, factDefinitions(ctx.registry)) }) : answers;
};

type ByUnitOptions = QuestionOptions & { byUnit?: string; units: UnitsOf };

const unitByUnit = async (ctx: Ctx, words: Words, question: Question & { target: string; units: UnitsOf }): Promise<Outcome> => {
  const found = await progressByUnit(ctx, question);
  if (!found.ok) return found;
  const { title, total, own, units, unplaced } = found.value;
  const rows = [
    ...(own ? [{ name: words.t('targets.unitOwn'), progress: own }] : []),
    ...units.map(({ code, name, progress: of }) => ({ name: `${code} ${name}`, progress: of })),
    ...(unplaced ? [{ name: words.t('targets.unitSplit'), progress: unplaced.split }, { name: words.t('targets.unitEnded'), progress: unplaced.ended }] : []),
  ];
  const text = table(
    [{ heading: words.t('targets.unitHeading') }, ...(['denominator', 'numerator', 'percent'] as const).map((it) => ({ heading: words.t(`targets.${it}`), align: 'right' as const }))],
    rows.map(({ name, progress: it }) => [name, numberOr(words, it.denominator), numberOr(words, it.numerator), percentOr(words, it.percent)]),
  );
  const heading = words.t('targets.byUnitHeading', { title: words.text(title), on: question.on, numerator: total.numerator ?? 0, denominator: total.denominator ?? 0 });
  return ok({ json: found.value, text: `${heading}\n\n${text}` });
};

export const progressCommands: Commands = (program, { words, env, action }) => {
  withQuestion(program.command('progress').description(words.t('targets.progressAbout')), words)
    .option('--by-unit <target>', words.t('targets.byUnitOption'))
    .addOption(choiceOption(words, '--units <which>', words.t('targets.unitsOption'), ['then', 'now']).default('then'))
    .action(
      action((slug: string, { byUnit, units, ...options }: ByUnitOptions) =>
        withTenantContext(env, slug, (ctx) => (byUnit === undefined ? answer(ctx, words, questionOf(options)) : unitByUnit(ctx, words, { ...questionOf(options), target: byUnit, units }))),
      ),
    );
};
