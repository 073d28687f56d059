/** A test that people name in free text, with what its result looks like. */
export type NamedExam = {
  type: string;
  language: string;
  name: RegExp;
  score?: { least: number; most: number; step: number };
  /** Plain patterns of its grades; the first group or the named grade is what is kept. */
  grade?: { pattern: RegExp; of: (found: string) => string };
  /** The skills that its overall score does not cover. */
  silentOn?: readonly ('listening' | 'reading' | 'speaking' | 'writing')[];
};

const upper = (found: string): string => found.toUpperCase();
// "Bậc 4" and "4/6" are the grade on the certificate, not its score.
const ofVstep = (found: string): string => (/^[bc]\d$/.test(found) ? upper(found) : ({ 3: 'B1', 4: 'B2', 5: 'C1' })[/[345]/.exec(found)?.[0] ?? ''] ?? '');
const cefr = { pattern: /\b([abc][12])\b/, of: upper };
const digit = { pattern: /(?:cap|bac|hsk|topik|level)? ?([1-6])(?!\d|\.\d)/, of: (found: string) => found };
const papers: Record<string, string> = { ket: 'A2', pet: 'B1', fce: 'B2', cae: 'C1', cpe: 'C2' };

/** The tests that are recognised by name. Where two names fit, the first in this list wins. */
export const namedExams: readonly NamedExam[] = [
  { type: 'ielts', language: 'en', name: /\bielts\b|\bielst\b/, score: { least: 0, most: 9, step: 0.5 } },
  { type: 'toeic', language: 'en', name: /\btoeic\b|\btoiec\b/, score: { least: 10, most: 990, step: 5 }, silentOn: ['speaking', 'writing'] },
  { type: 'toefl-itp', language: 'en', name: /\btoefl[ -]?itp\b|\bitp\b/, score: { least: 310, most: 677, step: 1 } },
  { type: 'toefl-ibt', language: 'en', name: /\btoefl[ -]?ibt\b|\bibt\b/, score: { least: 0, most: 120, step: 1 } },
  { type: 'vstep-2', language: 'en', name: /\bvstep ?[.-]?2\b|\bvstep\b.*\b(?:a2|bac ?2)\b|\b(?:a2|bac ?2)\b.*\bvstep\b/, score: { least: 0, most: 10, step: 0.5 }, grade: { pattern: /\b(a2|bac ?2)\b/, of: () => 'A2' } },
  { type: 'vstep-3-5', language: 'en', name: /\bvstep\b/, score: { least: 0, most: 10, step: 0.5 }, grade: { pattern: /\b(b1|b2|c1|bac ?[345]|[345] ?\/ ?6)\b/, of: ofVstep } },
  { type: 'aptis', language: 'en', name: /\baptis\b/, grade: cefr },
  { type: 'pte', language: 'en', name: /\bpte\b/, score: { least: 10, most: 90, step: 1 } },
  { type: 'cambridge', language: 'en', name: /\b(?:ket(?! qua| luan)|pet|fce|cae|cpe)\b/, grade: { pattern: /\b(ket(?! qua| luan)|pet|fce|cae|cpe)\b/, of: (found) => papers[found] ?? '' } },
  { type: 'cambridge', language: 'en', name: /\b(?:cambridge|linguaskill)\b/, score: { least: 80, most: 230, step: 1 }, grade: cefr },
  { type: 'delf', language: 'fr', name: /\b(?:delf|dalf)\b/, grade: cefr },
  { type: 'tcf', language: 'fr', name: /\btcf\b/, score: { least: 100, most: 699, step: 1 }, grade: cefr },
  { type: 'testdaf', language: 'de', name: /\b(?:testdaf|tdn)\b/, grade: { pattern: /(?:tdn|testdaf) ?([345])\b/, of: (found) => `TDN ${found}` } },
  { type: 'goethe', language: 'de', name: /\bgoethe\b/, grade: cefr },
  { type: 'hsk', language: 'zh', name: /\bhsk ?\d?\b/, grade: digit },
  { type: 'topik', language: 'ko', name: /\btopik ?\d?\b/, grade: digit },
  { type: 'jlpt', language: 'ja', name: /\b(?:jlpt|n[1-5])\b/, grade: { pattern: /\b(n[1-5])\b/, of: upper } },
  { type: 'trki', language: 'ru', name: /\b(?:trki|torfl)\b|трки/, grade: { pattern: /(?:трки|trki|torfl)[ -]?([1-4])\b/, of: (found) => found } },
];
