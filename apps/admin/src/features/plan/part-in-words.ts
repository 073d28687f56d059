import type { AdminWords } from '@saubac/i18n/admin';

/** How a part of a plan is called where only its place is known: its day, a section, or an element of one (`parts.targets.t-1`). */
export const partInWords = (words: AdminWords, key: string): string => {
  if (key === 'from') return words.t('planEditor.partDay');
  const [, section = '', ...id] = key.split('.');
  const name = `section-${section}`;
  const known = words.named('planForm', name);
  const called = known === name ? words.t('planForm.section-general') : known;
  return id.length === 0 ? called : words.t('planEditor.partOf', { id: id.join('.'), section: called });
};
