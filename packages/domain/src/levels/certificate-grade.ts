import type { CertificateType } from './certificate.ts';
import { plain } from './plain-text.ts';

const bare = (text: string): string => plain(text).replace(/[\s._\u2013-]+/g, '');

/** Words that people put before a grade, without accents: the test's own name, or "level". */
const prefixes: Record<string, readonly string[]> = {
  hsk: ['hsk', 'bac', 'cap'],
  jlpt: ['jlpt'],
  trki: ['trki', 'трки', 'torfl'],
  testdaf: ['testdaf', 'tdn'],
  topik: ['topik', 'bac', 'cap'],
  delf: ['delf', 'dalf'],
  goethe: ['goethezertifikat', 'goethe'],
};

const withoutPrefix = (type: string, grade: string): string =>
  (prefixes[type] ?? []).reduce((rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest), grade);

/**
 * The place of a grade among those of its type, in rising order from 0; undefined if the type has no such grade.
 * "HSK 4", "hsk4" and "4" are one grade, and so are "TDN 4" and "4".
 */
export const gradePosition = (type: CertificateType, grade: string): number | undefined => {
  const given = withoutPrefix(type.code, bare(grade));
  const position = type.grades.findIndex((it) => withoutPrefix(type.code, bare(it)) === given);
  return position < 0 ? undefined : position;
};
