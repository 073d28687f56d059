import type { Entry } from './entry-draft.ts';
import type { CertificateState } from './queries.ts';

/** What of a certificate stands saved. */
export type KeptEntry = Omit<Entry, 'examDate' | 'expiresOn' | 'language'> & { language: string; examDate: string; expiresOn: string | null; state: CertificateState };

type Field = 'type' | 'language' | 'number' | 'issuer' | 'examDate' | 'expiresOn' | 'grade' | 'overall' | 'listening' | 'reading' | 'speaking' | 'writing' | 'state';

/** How fields and values are written. */
export type Names = {
  labels: Readonly<Record<Field, string>>; type: (code: string) => string; language: (code: string) => string; issuer: (id: string) => string; number: (value: number) => string; date: (day: string) => string; state: (state: CertificateState) => string;
};

/** Where what somebody wants to write differs from what stands saved by now, field by field in words. */
export const differencesOf = (yours: Entry, theirs: KeptEntry, names: Names): { label: string; yours: string; theirs: string }[] => {
  const issuer = (it: { issuer: string | null; issuerName: string | null }) => (it.issuer === null ? (it.issuerName ?? '') : names.issuer(it.issuer));
  const score = (value: number | null) => (value === null ? '' : names.number(value));
  const day = (value: string | null) => (value === null ? '' : names.date(value));
  const rows: [Field, string, string][] = [
    ['type', names.type(yours.type), names.type(theirs.type)],
    ['language', names.language(yours.language ?? theirs.language), names.language(theirs.language)],
    ['number', yours.number ?? '', theirs.number ?? ''],
    ['issuer', issuer(yours), issuer(theirs)],
    ['examDate', day(yours.examDate), day(theirs.examDate)],
    ['expiresOn', day(yours.expiresOn), day(theirs.expiresOn)],
    ['grade', yours.grade ?? '', theirs.grade ?? ''],
    ...(['overall', 'listening', 'reading', 'speaking', 'writing'] as const).map((it): [Field, string, string] => [it, score(yours.scores[it]), score(theirs.scores[it])]),
    // Whatever is written now is declared anew.
    ['state', names.state('declared'), names.state(theirs.state)],
  ];
  return rows.filter(([, one, other]) => one !== other).map(([field, one, other]) => ({ label: names.labels[field], yours: one, theirs: other }));
};
