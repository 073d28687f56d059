import { frameworkTypeCode } from '../certificate.ts';
import { entriesOf, partsOf, withoutDates, yearIn } from './entries-of-cell.ts';
import type { Entry } from './entries-of-cell.ts';
import { isAmbiguousLanguage, languageIn } from './language-names.ts';
import type { LanguageProposal, Reading } from './proposal.ts';
import { readExam } from './read-exam.ts';

const levelCodes = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'];

/** A level of the framework by its code or ordinal: "B1", "bậc 3", "bậc 3/6". */
const readLevel = (text: string): Reading | undefined => {
  const code = /\b([abc][12])\b/.exec(text)?.[1];
  const ordinal = /\bbac ?([1-6])\b/.exec(text)?.[1];
  const level = code ? levelCodes.indexOf(code) + 1 : Number(ordinal ?? 0);
  if (level === 0) return undefined;
  const languageCode = languageIn(text) ?? null;
  const base = { languageCode, typeCode: frameworkTypeCode, level, grade: (code ?? levelCodes[level - 1] ?? '').toUpperCase() };
  return languageCode === null
    ? { ...base, confidence: 'low', reason: { kind: 'level-without-language' } }
    : { ...base, confidence: 'medium', reason: { kind: 'level-without-certificate' } };
};

const degrees: readonly (readonly [grade: string, pattern: RegExp])[] = [
  ['doctor', /\b(tien si|tien sy|ts)\b/],
  ['master', /\b(thac si|thac sy|ths|cao hoc)\b/],
  ['bachelor', /\b(dai hoc|dh|cu nhan|cn|dhsp|dhnn)\b/],
  ['college', /\b(cao dang|cd|cdsp)\b/],
];

/** "Chứng chỉ … do ĐH … cấp" names the issuer, not a degree. */
const namesIssuer = /\b(chung chi|cc|chung nhan)\b/;

const readDegree = (text: string): Reading | undefined => {
  const grade = degrees.find(([, pattern]) => pattern.test(text))?.[0];
  if (!grade || namesIssuer.test(text)) return undefined;
  const languageCode = languageIn(text) ?? null;
  if (languageCode) return { languageCode, typeCode: 'language-degree', grade, confidence: 'medium', reason: { kind: 'degree-named' } };
  const ofLanguages = /\b(ngoai ngu|ngon ngu|dhnn)\b/.test(text);
  return ofLanguages ? { typeCode: 'language-degree', grade, confidence: 'low', reason: { kind: 'degree-without-language' } } : undefined;
};

/** The letters of the system before the framework: "trình độ B", "chứng chỉ C", "Anh văn B". They are not B1 or C1. */
const readOldLetter = (text: string): Reading | undefined => {
  const grade = /(?<![a-z\d/.-])([abc])(?![a-z\d/.+-])/.exec(text)?.[1]?.toUpperCase();
  if (!grade) return undefined;
  const languageCode = languageIn(text) ?? null;
  if (languageCode) return { languageCode, typeCode: 'old-abc', grade, confidence: 'medium', reason: { kind: 'old-letter-grade' } };
  const announced = /\b(chung chi|cc|trinh do|ngoai ngu|nn|bang|loai)\b/.test(text) || /^[abc]$/.test(text);
  return announced ? { typeCode: 'old-abc', grade, confidence: 'low', reason: { kind: 'letter-may-be-another-subject' } } : undefined;
};

const readLanguage = (text: string): Reading | undefined => {
  const languageCode = languageIn(text);
  return languageCode ? { languageCode, confidence: 'low', reason: { kind: 'language-only' } } : undefined;
};

// Certificates of computer skills carry the same letters and stand in the same cells.
const otherSubject = /\b(tin hoc|cntt|cong nghe thong tin|ung dung cong nghe|tieng dan toc|tieng viet)\b/;

const read = (text: string): Reading | undefined => {
  if (otherSubject.test(text)) return undefined;
  const reading = readExam(text) ?? readLevel(text) ?? readDegree(text) ?? readOldLetter(text) ?? readLanguage(text);
  const doubtful = reading?.confidence !== 'high' && isAmbiguousLanguage(text) && ['th', 'zh', 'ko'].includes(reading?.languageCode ?? '');
  return reading && doubtful ? { ...reading, confidence: 'low', reason: { kind: 'language-name-has-two-meanings' } } : reading;
};

const proposalOf = (entry: Entry, reading: Reading): LanguageProposal => ({
  text: entry.text,
  languageCode: null,
  typeCode: null,
  level: null,
  grade: null,
  score: null,
  year: yearIn(entry.plain),
  ...reading,
});

const joined = (one: Entry, other: Entry): Entry => ({ text: `${one.text}, ${other.text}`, plain: `${one.plain} ${other.plain}` });

const isYearAlone = (entry: Entry): boolean => yearIn(entry.plain) !== null && /^[\s\d]*$/.test(withoutDates(entry.plain).replace(/\bnam\b/g, ''));

const lacksLanguage = (entry: Entry): boolean => {
  const reading = read(withoutDates(entry.plain));
  return reading !== undefined && (reading.languageCode ?? null) === null;
};
const isLanguageAlone = (entry: Entry): boolean => read(withoutDates(entry.plain))?.reason.kind === 'language-only';

/** A year alone, or a language after an entry that lacks one ("ĐH Ngoại ngữ, Tiếng Anh"), belongs to the entry before it. */
const mergeStrays = (entries: readonly Entry[]): Entry[] =>
  entries.reduce<Entry[]>((merged, entry) => {
    const before = merged.at(-1);
    const belongs = before && (isYearAlone(entry) || (isLanguageAlone(entry) && lacksLanguage(before)));
    return belongs ? [...merged.slice(0, -1), joined(before, entry)] : [...merged, entry];
  }, []);

// What is joined is taken apart only where each part names its own language: "đọc và viết" stays together.
const apart = (entry: Entry): Entry[] => {
  const parts = partsOf(entry);
  const stand = parts.length > 1 && parts.every((it) => (read(withoutDates(it.plain))?.languageCode ?? null) !== null);
  return stand ? parts : [entry];
};

/**
 * What a free text of a personnel file may say about languages, one proposal for each entry in it; empty if nothing was recognised.
 * A proposal never counts by itself: it says how sure it is, why, and what the text leaves open.
 */
export const proposeFromText = (text: string): LanguageProposal[] =>
  mergeStrays(entriesOf(text).flatMap(apart)).flatMap((entry) => {
    const reading = read(withoutDates(entry.plain));
    return reading ? [proposalOf(entry, reading)] : [];
  });
