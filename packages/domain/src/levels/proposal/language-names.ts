/** How officers write languages, plain (lower case, no accents). `tieng` or a like word must stand before a short name. */
const stems: readonly (readonly [code: string, names: string])[] = [
  ['en', 'anh'],
  ['fr', 'phap'],
  ['ru', 'nga'],
  ['zh', 'trung quoc|trung(?! cap| binh| hoc)|hoa|quan thoai'],
  ['ja', 'nhat ban|nhat'],
  ['ko', 'han quoc|han(?! che)|trieu tien'],
  ['de', 'duc'],
  ['lo', 'lao'],
  ['km', 'khmer|khome|kho me|kho-me|campuchia|cam pu chia'],
  ['th', 'thai lan|thai'],
  ['es', 'tay ban nha'],
  ['it', 'y|italia'],
  ['pt', 'bo dao nha'],
];

const wholeWords: readonly (readonly [code: string, pattern: RegExp])[] = [
  ['en', /\b(english|anglais)\b/],
  ['fr', /\b(french|francais)\b/],
  ['ru', /\brussian\b/],
  ['zh', /\b(chinese|hanyu|han ngu)\b/],
  ['ja', /\bjapanese\b/],
  ['ko', /\bkorean\b/],
  ['de', /\b(german|deutsch)\b/],
  ['lo', /\blaos?\b(?! dong| cai)/],
  ['km', /\bkh?mer\b/],
];

const patterns: readonly (readonly [code: string, pattern: RegExp])[] = [
  ...wholeWords,
  ...stems.map(([code, names]) => [code, new RegExp(`\\b(?:tieng|ngon ngu|ngoai ngu|nn|t\\.?) ?(?:${names})\\b|\\b(?:${names}) (?:van|ngu)\\b`)] as const),
];

// Before or behind a level or a letter, or behind a degree, the bare name is enough: "Anh B1", "B Anh", "Ngoại ngữ: Pháp A2", "Cử nhân Anh".
const anyStem = stems.map(([, names]) => `(${names})`).join('|');
const bareNames = [
  new RegExp(`^(?:(?:ngoai ngu|nn) ?:? ?)?(?:${anyStem})(?= (?:[abc][12]?\\b|bac \\d)|$)`),
  new RegExp(`^(?:[abc][12]?|bac \\d(?: ?/ ?6)?|cu nhan|thac si|thac sy|tien si) (?:${anyStem})$`),
];

const bareLanguage = (text: string): string | undefined => {
  for (const pattern of bareNames) {
    const groups = pattern.exec(text)?.slice(1);
    if (groups) return stems[groups.findIndex((it) => it !== undefined)]?.[0];
  }
  return undefined;
};

/** The language that a plain text names; undefined if it names none. */
export const languageIn = (text: string): string | undefined => patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? bareLanguage(text);

/**
 * "Tiếng Thái" may be the language of Thailand or of the Thái people of Viet Nam, who have a programme of their own; without accents
 * "hán ngữ" (Chinese) and "hàn ngữ" (Korean) are one.
 */
export const isAmbiguousLanguage = (text: string): boolean => /\b(?:tieng|chu) thai\b(?! lan)|\bhan ngu\b/.test(text);
