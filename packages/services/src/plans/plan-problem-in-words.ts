import type { PlanProblem } from '@saubac/domain/plan';
import type { Words } from '@saubac/i18n';
import { pluginOfFact } from '@saubac/plugin-api';

const shown = (problem: PlanProblem, words: Words): PlanProblem => {
  if (problem.kind !== 'wrong-type' && problem.kind !== 'not-an-object') return problem;
  const shapes = Object.entries(problem).filter(([key]) => key === 'expected' || key === 'found');
  return { ...problem, ...Object.fromEntries(shapes.map(([key, shape]) => [key, words.named('planProblems', `shape-${shape}`)])) };
};

const sentence = (problem: PlanProblem, words: Words): string => {
  const plugin = problem.kind === 'unknown-fact' ? pluginOfFact(problem.fact) : undefined;
  if (plugin !== undefined) return words.told('planProblems', { ...problem, kind: 'unknown-plugin-fact', plugin });
  // An empty object has no key to show.
  if (problem.kind === 'rule-without-form' && problem.keys.length === 0) return words.told('planProblems', { ...problem, keys: ['{ }'] });
  return words.told('planProblems', shown(problem, words));
};

const hints = (problem: PlanProblem, words: Words): string[] => {
  const found: string[] = [];
  if ('suggestions' in problem && problem.suggestions.length > 0) found.push(words.t('planProblems.didYouMean', { suggestions: [...new Set(problem.suggestions)] }));
  if (problem.kind === 'out-of-range' && problem.least !== undefined) found.push(words.t('planProblems.least', { least: problem.least }));
  if (problem.kind === 'out-of-range' && problem.most !== undefined) found.push(words.t('planProblems.most', { most: problem.most }));
  return found;
};

/** What is wrong in a plan file, in a sentence that begins with the place and says what to do. */
export const planProblemInWords = (problem: PlanProblem, words: Words): string => [sentence(problem, words), ...hints(problem, words)].join(' ');
