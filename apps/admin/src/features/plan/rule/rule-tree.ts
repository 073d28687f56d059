import { isAll, isAny, isNot, type Rule } from '@saubac/domain/rules';

/** Which part of a rule: the number of the part in each group on the way down; the part of a `not` is its number 0. The whole rule is `[]`. */
export type PartPath = readonly number[];

/** How the parts of a group are joined. */
export type GroupForm = 'all' | 'any';

/** How a part is joined, or that it turns another round, or is one condition. */
export type PartForm = GroupForm | 'not' | 'condition';

/** What a part of a rule is. */
export const formOf = (rule: Rule): PartForm => (isAll(rule) ? 'all' : isAny(rule) ? 'any' : isNot(rule) ? 'not' : 'condition');

/** The parts that stand directly in a part. */
export const partsOf = (rule: Rule): readonly Rule[] => (isAll(rule) ? rule.all : isAny(rule) ? rule.any : isNot(rule) ? [rule.not] : []);

/** A group of parts. */
export const groupOf = (form: GroupForm, parts: readonly Rule[]): Rule => (form === 'all' ? { all: [...parts] } : { any: [...parts] });

const withParts = (rule: Rule, parts: readonly Rule[]): Rule => {
  const form = formOf(rule);
  if (form === 'condition') return rule;
  if (form === 'not') return parts[0] ? { not: parts[0] } : { all: [] };
  return groupOf(form, parts);
};

/** The part at a path; undefined where there is none. */
export const partAt = (rule: Rule, path: PartPath): Rule | undefined => path.reduce<Rule | undefined>((part, at) => part && partsOf(part)[at], rule);

/** The rule with another part at a path; the same rule where there is no such path. */
export const replaced = (rule: Rule, [at, ...rest]: PartPath, part: Rule): Rule => {
  if (at === undefined) return part;
  const parts = partsOf(rule);
  const inner = parts[at];
  return inner === undefined ? rule : withParts(rule, parts.with(at, replaced(inner, rest, part)));
};

/** The rule without the part at a path. A `not` goes with what it turns round; of the whole rule nothing remains but “everybody”. */
export const removed = (rule: Rule, path: PartPath): Rule => {
  const at = path.at(-1);
  const above = path.slice(0, -1);
  if (at === undefined) return { all: [] };
  const group = partAt(rule, above);
  if (!group || partsOf(group)[at] === undefined) return rule;
  if (isNot(group)) return removed(rule, above);
  return replaced(rule, above, withParts(group, partsOf(group).toSpliced(at, 1)));
};

/** The rule with a part more at the end of the group at a path; what is no group yet becomes the first part of one. Gives the path of the new part too. */
export const added = (rule: Rule, path: PartPath, part: Rule): { rule: Rule; path: PartPath } => {
  const group = partAt(rule, path);
  if (!group) return { rule, path };
  const form = formOf(group);
  const parts = form === 'all' || form === 'any' ? partsOf(group) : [group];
  return { rule: replaced(rule, path, groupOf(form === 'any' ? 'any' : 'all', [...parts, part])), path: [...path, parts.length] };
};

/** The rule with a part moved by some steps within its group; the same where it would leave the group. */
export const moved = (rule: Rule, path: PartPath, by: number): Rule => {
  const at = path.at(-1);
  const group = at === undefined ? undefined : partAt(rule, path.slice(0, -1));
  const part = at === undefined || !group ? undefined : partsOf(group)[at];
  if (at === undefined || !group || part === undefined || isNot(group)) return rule;
  const to = at + by;
  if (to < 0 || to >= partsOf(group).length) return rule;
  return replaced(rule, path.slice(0, -1), withParts(group, partsOf(group).toSpliced(at, 1).toSpliced(to, 0, part)));
};

/** The rule with the part at a path put into a group of its own, or turned round. */
export const wrapped = (rule: Rule, path: PartPath, form: GroupForm | 'not'): Rule => {
  const part = partAt(rule, path);
  if (!part) return rule;
  return replaced(rule, path, form === 'not' ? { not: part } : groupOf(form, [part]));
};

/** Whether a group can go while its parts stay and the rule keeps its meaning: it has one part, or its group is joined the same way. */
export const canUnwrap = (rule: Rule, path: PartPath): boolean => {
  const part = partAt(rule, path);
  if (!part) return false;
  const form = formOf(part);
  if (form === 'condition') return false;
  if (form === 'not' || partsOf(part).length === 1) return true;
  const outer = path.length === 0 ? undefined : partAt(rule, path.slice(0, -1));
  return outer !== undefined && formOf(outer) === form;
};

/** The rule without the group (or `not`) at a path, its parts in its place; the same rule where that can't be. */
export const unwrapped = (rule: Rule, path: PartPath): Rule => {
  const part = partAt(rule, path);
  if (!part || !canUnwrap(rule, path)) return rule;
  const [only, ...more] = partsOf(part);
  if (only && more.length === 0) return replaced(rule, path, only);
  const above = path.slice(0, -1);
  const outer = partAt(rule, above);
  return outer ? replaced(rule, above, withParts(outer, partsOf(outer).toSpliced(path.at(-1) ?? 0, 1, ...partsOf(part)))) : rule;
};

/** The rule with the group at a path joined in another way. */
export const joined = (rule: Rule, path: PartPath, form: GroupForm): Rule => {
  const part = partAt(rule, path);
  const now = part && formOf(part);
  return part && (now === 'all' || now === 'any') ? replaced(rule, path, groupOf(form, partsOf(part))) : rule;
};

/** Where a part stands, as problems name it: `.all[0].not`. */
export const nameOfPart = (rule: Rule, [at, ...rest]: PartPath): string => {
  if (at === undefined) return '';
  const form = formOf(rule);
  const inner = partsOf(rule)[at];
  return inner === undefined ? '' : `${form === 'not' ? '.not' : `.${form}[${at}]`}${nameOfPart(inner, rest)}`;
};
