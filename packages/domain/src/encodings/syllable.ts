// Vietnamese as data: how syllables are spelt.
const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const onset = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';
const nuclei = 'a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|iêu|oa|oai|oay|oao|oă|oe|oeo|oi|ôi|ơi|oo|ua|uâ|uây|uê|ui|uo|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu';
const coda = '(?:ng|nh|ch|c|m|n|p|t)?';
const form = new RegExp(`^${onset}(?:${nuclei})${coda}$`);
const wholeVietnamese = /^[a-zà-ỹđ]+$/;

/** Whether a word is spelt as a Vietnamese syllable is: a beginning, a vowel, an end, one tone at most. */
export const isVietnameseSyllable = (word: string): boolean => {
  const composed = word.toLowerCase().normalize('NFC');
  if (!wholeVietnamese.test(composed)) return false;
  const apart = composed.normalize('NFD');
  return (apart.match(toneMarks)?.length ?? 0) <= 1 && form.test(apart.replace(toneMarks, '').normalize('NFC'));
};
