import type { IsoDate } from '@saubac/domain/values';
import { readDay, writeDay } from '@saubac/ui/dates';

const skills = ['listening', 'reading', 'speaking', 'writing'] as const;

/** What of a certificate the API takes. */
export type Entry = {
  type: string; language: string | null; number: string | null; issuer: string | null; issuerName: string | null; examDate: IsoDate; expiresOn: IsoDate | null;
  scores: { overall: number | null; listening: number | null; reading: number | null; speaking: number | null; writing: number | null };
  grade: string | null;
};

/** The fields of the form, as they are typed. `issuer`: an id of the list, `other` for a name, empty for none. */
export type EntryDraft = {
  type: string; language: string; number: string; issuer: string; issuerName: string; examDate: string; expiresOn: string; overall: string; listening: string; reading: string; speaking: string; writing: string; grade: string;
};

export const emptyDraft: EntryDraft = { type: '', language: '', number: '', issuer: '', issuerName: '', examDate: '', expiresOn: '', overall: '', listening: '', reading: '', speaking: '', writing: '', grade: '' };

/** Why a field can't be read yet. */
export type DraftFault = 'type-missing' | 'day-missing' | 'day-wrong' | 'score-wrong';

type Kept = Omit<Entry, 'examDate' | 'expiresOn'> & { examDate: string; expiresOn: string | null };

/** A score as somebody writes it: `6.5` and `6,5` are the same. Null where nothing is written, undefined where it is no number. */
export const readScore = (typed: string): number | null | undefined => {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
};

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form as it stands on a certificate that was entered before. `separator`: between a whole number and its decimals. */
export const draftOf = (it: Kept, separator: ',' | '.'): EntryDraft => {
  const score = (value: number | null) => (value === null ? '' : String(value).replace('.', separator));
  const { scores } = it;
  return {
    type: it.type, language: it.language ?? '', number: it.number ?? '', issuer: it.issuer ?? (it.issuerName === null ? '' : 'other'), issuerName: it.issuer === null ? (it.issuerName ?? '') : '',
    examDate: writeDay(it.examDate as IsoDate), expiresOn: it.expiresOn === null ? '' : writeDay(it.expiresOn as IsoDate), grade: it.grade ?? '',
    overall: score(scores.overall), listening: score(scores.listening), reading: score(scores.reading), speaking: score(scores.speaking), writing: score(scores.writing),
  };
};

type Shape = { language: string | null; grades: readonly string[]; skills: readonly string[] };

/**
 * What was typed, as the API takes it, or what of it can't be read, by field. Fields that a type does not have are left out whatever stands
 * in them: they are not shown.
 */
export const entryOf = (draft: EntryDraft, type: Shape | undefined): { entry: Entry; faults: null } | { entry: null; faults: Partial<Record<keyof EntryDraft, DraftFault>> } => {
  const faults: Partial<Record<keyof EntryDraft, DraftFault>> = {};
  if (!type) faults.type = 'type-missing';
  const examDate = readDay(draft.examDate);
  if (examDate === undefined) faults.examDate = draft.examDate.trim() === '' ? 'day-missing' : 'day-wrong';
  const expiresOn = draft.expiresOn.trim() === '' ? null : readDay(draft.expiresOn);
  if (expiresOn === undefined) faults.expiresOn = 'day-wrong';
  const asked = (['overall', ...skills] as const).filter((it) => it === 'overall' || type?.skills.includes(it));
  const read = new Map(asked.map((it) => [it, readScore(draft[it])]));
  for (const [field, value] of read) if (value === undefined) faults[field] = 'score-wrong';
  if (!type || examDate === undefined || expiresOn === undefined || Object.keys(faults).length > 0) return { entry: null, faults };
  const score = (field: (typeof asked)[number]) => read.get(field) ?? null;
  const { issuer } = draft;
  return {
    faults: null,
    entry: {
      type: draft.type, language: type.language === null ? textOrNull(draft.language) : null, number: textOrNull(draft.number), issuer: issuer === '' || issuer === 'other' ? null : issuer,
      issuerName: issuer === 'other' ? textOrNull(draft.issuerName) : null, examDate, expiresOn, grade: type.grades.length > 0 ? textOrNull(draft.grade) : null,
      scores: { overall: score('overall'), listening: score('listening'), reading: score('reading'), speaking: score('speaking'), writing: score('writing') },
    },
  };
};
