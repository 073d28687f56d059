import { unzipSync } from 'fflate';
import { RefusedFile } from './file-refusal.ts';

/** The few parts of a workbook that say what is in it. */
export type Directory = Record<string, Uint8Array>;

const directoryParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels)$/;
const largestPart = 10_000_000;

// A workbook has some dozen parts; one with thousands of sheets is none that anybody fills in.
const mostParts = 2_000;
// Rows of a roster repeat their words, and are packed to a thirtieth. What is packed to much less is made of nothing.
const mostPerByte = 200;
const unsuspicious = 50_000_000;
// The library makes one text of it.
const largestStrings = 400_000_000;

/** What the parts of an archive declare to become, unpacked; `lying`: one of them declares what cannot be. */
type Declared = { total: number; count: number; strings: number; lying: boolean; parts: Directory };

/**
 * Counts what an archive can become at most, and unpacks the parts that are wanted. The library that reads it stops at the size that is declared
 * for a part and refuses what goes on, so the declared sizes bound the real ones; a part that declares none lies. Throws where it is no archive.
 */
export const declaredIn = (bytes: Uint8Array, wanted: (name: string) => boolean = () => false): Declared => {
  const found: Omit<Declared, 'parts'> = { total: 0, count: 0, strings: 0, lying: false };
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize, size }) => {
      found.total += originalSize;
      found.count += 1;
      found.lying ||= originalSize < 0 || (originalSize === 0 && size > 2);
      if (name.endsWith('sharedStrings.xml')) found.strings += originalSize;
      return wanted(name) && originalSize < largestPart;
    },
  });
  return { ...found, parts };
};

const declaredInWorkbook = (bytes: Uint8Array): Declared => {
  try {
    return declaredIn(bytes, (name) => directoryParts.test(name));
  } catch {
    throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'damaged-archive' });
  }
};

/** The directory of a workbook, after it was counted what the archive can become at most. Throws `RefusedFile`. */
export const directoryOf = (bytes: Uint8Array, limit: number): Directory => {
  const { total, count, strings, lying, parts } = declaredInWorkbook(bytes);
  if (lying || count > mostParts) throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'damaged-archive' });
  const most = Math.min(limit, Math.max(unsuspicious, bytes.length * mostPerByte));
  if (total > most) throw new RefusedFile({ kind: 'unpacked-too-large', bytes: total, limit: most });
  if (strings > largestStrings) throw new RefusedFile({ kind: 'unpacked-too-large', bytes: strings, limit: largestStrings });
  if (!parts['xl/workbook.xml']) throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'other-archive' });
  return parts;
};

const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/;

/** The year from which a workbook counts its days. */
export const epochOf = (directory: Directory): 1900 | 1904 => (from1904.test(new TextDecoder().decode(directory['xl/workbook.xml'])) ? 1904 : 1900);
