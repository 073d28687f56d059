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

/**
 * The directory of a workbook, after it was counted what the archive can become at most. The library that reads it stops at the size that
 * is declared for a part and refuses what goes on, so the declared sizes bound the real ones; a part that declares none is refused.
 * Throws `RefusedFile`.
 */
export const directoryOf = (bytes: Uint8Array, limit: number): Directory => {
  let total = 0;
  let count = 0;
  let lying = false;
  let strings = 0;
  let parts: Directory;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        total += originalSize;
        count += 1;
        lying ||= originalSize < 0 || (originalSize === 0 && size > 2);
        if (name.endsWith('sharedStrings.xml')) strings += originalSize;
        return directoryParts.test(name) && originalSize < largestPart;
      },
    });
  } catch {
    throw new RefusedFile({ kind: 'not-a-workbook', looksLike: 'damaged-archive' });
  }
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
