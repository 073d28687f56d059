import { isShareTarget, type PlanFile } from '@saubac/domain/plan';
import { type FactDefinitions, type LanguageNames, type Rule, sentenceOf } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';

type Target = PlanFile['targets'][number];
type Subject = PlanFile['subjects'][number];

/** What the rules of a plan are read aloud by: the facts, and the names of languages. */
export type PlanWords = { definitions: FactDefinitions; languageNames: LanguageNames };

const countReadings = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, child]) => sum + (key === 'reading' ? 1 : countReadings(child)), 0);
};

const rulesOf = (target: Target): { name: 'cohort' | 'reachedWhen' | 'extra' | 'focus'; rule: Rule }[] => {
  if (!isShareTarget(target)) return [];
  const { cohort, reachedWhen, extra, focus } = target;
  return [
    { name: 'cohort', rule: cohort },
    { name: 'reachedWhen', rule: reachedWhen },
    ...(extra ? [{ name: 'extra' as const, rule: extra.rule }] : []),
    ...(focus ? [{ name: 'focus' as const, rule: focus.rule }] : []),
  ];
};

const goalInWords = ({ measure, milestone }: Target, words: Words): string =>
  measure.kind === 'share'
    ? words.t('plan.goal', { milestone, goal: measure.goal / 100 })
    : words.t('plan.evidenceGoal', { milestone, proofs: measure.proofs.map((it) => words.text(it)).join('; ') });

/** A plan that can be used, told so that its rules can be read against the document: every rule as a sentence. */
export const planInWords = (plan: PlanFile, { definitions, languageNames }: PlanWords, words: Words): string[] => {
  const say = (rule: Rule): string => sentenceOf(rule, definitions, words.locale, languageNames);
  const subject = (it: Subject): string => `  ${words.t('plan.rule', { title: words.text(it.title), sentence: say(it.rule) })}`;
  const target = (it: Target): string[] => [
    `  ${words.t('plan.targetHead', { id: it.id, title: words.text(it.title) })}`,
    `    ${goalInWords(it, words)}`,
    ...rulesOf(it).map(({ name, rule }) => `    ${words.t(`plan.${name}`, { sentence: say(rule) })}`),
  ];
  return [
    words.t('plan.valid', { title: words.text(plan.title) }),
    words.t('plan.extent', { ...plan.period, targets: plan.targets.length, tasks: plan.tasks.length, readings: countReadings(plan) }),
    words.t('plan.subjects'),
    ...plan.subjects.map(subject),
    ...(plan.exclusions.length === 0 ? [] : [words.t('plan.exclusions'), ...plan.exclusions.map(subject)]),
    words.t('plan.targets'),
    ...plan.targets.flatMap(target),
  ];
};

/** The same for programs. */
export const planSummary = (plan: PlanFile, { definitions, languageNames }: PlanWords, words: Words) => {
  const say = (rule: Rule): string => sentenceOf(rule, definitions, words.locale, languageNames);
  const subject = ({ id, title, rule }: Subject) => ({ id, title, sentence: say(rule) });
  return {
    plan: plan.id,
    title: plan.title,
    from: plan.period.from,
    to: plan.period.to,
    subjects: plan.subjects.map(subject),
    exclusions: plan.exclusions.map(subject),
    targets: plan.targets.map((it) => ({
      id: it.id,
      title: it.title,
      milestone: it.milestone,
      goalPercent: it.measure.kind === 'share' ? it.measure.goal / 100 : null,
      sentences: Object.fromEntries(rulesOf(it).map(({ name, rule }) => [name, say(rule)])),
    })),
    tasks: plan.tasks.length,
    readings: countReadings(plan),
    problems: [],
  };
};
