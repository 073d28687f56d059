import type { AdminWords } from '@saubac/i18n/admin';
import type { Grant } from './queries.ts';

/** Where a role reaches: the whole tenant, or a unit with all below it, along a line where that is not the usual one. */
export const reachInWords = ({ unit, line }: Pick<Grant, 'unit' | 'line'>, words: Pick<AdminWords, 't' | 'named'>): string => {
  if (unit === null) return words.t('administration.whole');
  return line === 'uses' ? unit.name : words.t('administration.alongLine', { unit: unit.name, line: words.named('administration', `line-${line}`) });
};

/** The roles that somebody holds or will hold, in one line: what he may no longer do is left out. */
export const rolesInWords = (grants: readonly Grant[], words: Pick<AdminWords, 't' | 'named'>): string =>
  grants
    .filter((it) => it.state !== 'ended')
    .map((it) => words.t('administration.roleAt', { role: words.named('roles', it.role), reach: reachInWords(it, words) }))
    .join('; ');
