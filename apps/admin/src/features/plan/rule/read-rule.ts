import type { Rule } from '@saubac/domain/rules';
import { parseIsoDate } from '@saubac/domain/values';
import { isObject, type Json } from '../json/place.ts';

const comparisons = ['is', 'in', 'within', 'atLeast', 'atMost', 'above', 'below'];

const areTexts = (value: Json): boolean => Array.isArray(value) && value.length > 0 && value.every((it) => typeof it === 'string');
const isText = (value: Json): boolean => typeof value === 'string' && value !== '';

const isValue = (comparison: string, value: Json): boolean => {
  if (comparison === 'is') return typeof value === 'boolean';
  if (comparison === 'in' || comparison === 'within') return areTexts(value);
  return (typeof value === 'number' && Number.isFinite(value)) || isText(value);
};

const isAgeDay = (value: Json): boolean => value === undefined || value === 'as-of' || value === 'milestone' || (typeof value === 'string' && parseIsoDate(value) !== undefined);

const isCondition = (json: Readonly<Record<string, Json>>): boolean => {
  const { fact, on, languages, ...rest } = json;
  const [first, ...more] = Object.entries(rest);
  if (!isText(fact) || !first || more.length > 0) return false;
  const [comparison, value] = first;
  return comparisons.includes(comparison) && isValue(comparison, value) && isAgeDay(on) && (languages === undefined || languages === 'any' || areTexts(languages));
};

const isRule = (json: Json): boolean => {
  if (!isObject(json)) return false;
  if ('fact' in json) return isCondition(json);
  const [form, ...more] = Object.keys(json);
  if (form === undefined || more.length > 0) return false;
  const inner = json[form];
  if (form === 'not') return isRule(inner);
  return (form === 'all' || form === 'any') && Array.isArray(inner) && inner.every(isRule);
};

/** The rule that some JSON is, if it has the form of one; whether its facts exist is not looked at. A test holds it to the schema of rules. */
export const readRule = (json: Json): Rule | undefined => (isRule(json) ? (json as Rule) : undefined);
