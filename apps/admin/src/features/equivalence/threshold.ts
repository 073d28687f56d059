import type { AdminWords } from '@saubac/i18n/admin';

type Value = number | string | Readonly<Record<string, number>>;

const skills = ['listening', 'reading', 'speaking', 'writing'] as const;

/** The least that gives a level, and the end of its range where one is printed: `5,5–6,5`, `từ 6`, `nghe 400, đọc 385`. */
export const thresholdText = ({ from, to }: { from: Value; to?: Value | undefined }, words: Pick<AdminWords, 'number' | 'named' | 't'>): string => {
  const text = (value: Value): string => {
    if (typeof value === 'number') return words.number(value);
    if (typeof value === 'string') return words.named('grades', value);
    return skills.flatMap((it) => (value[it] === undefined ? [] : [`${words.t(`equivalenceDesk.skill-${it}`)} ${words.number(value[it])}`])).join(', ');
  };
  return to === undefined || typeof to === 'object' || text(to) === text(from) ? text(from) : `${text(from)}–${text(to)}`;
};
