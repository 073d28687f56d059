/** What a file is kept for. */
export type FilePurpose = 'certificate-evidence' | 'roster-import' | 'export' | 'plugin-tables' | 'duty-proof' | 'plugin-file';

/** What an upload may be, and how large. Types are decided by content. */
export type UploadRule = { readonly mediaTypes: readonly string[]; readonly bytes: number };

const megabyte = 1_000_000;

/** The spreadsheet types that an import reads and an export writes. */
export const spreadsheets = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv' } as const;

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** What may be uploaded: scans of certificates and proofs of duties, also as telephones take them, rosters, and documents that a plugin keeps. */
export const uploadRules: Readonly<Record<Exclude<FilePurpose, 'export' | 'plugin-tables'>, UploadRule>> = {
  'certificate-evidence': { mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic'], bytes: 10 * megabyte },
  'duty-proof': { mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic', spreadsheets.xlsx], bytes: 10 * megabyte },
  'plugin-file': { mediaTypes: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/heic', wordDocument, spreadsheets.xlsx], bytes: 10 * megabyte },
  'roster-import': { mediaTypes: [spreadsheets.xlsx, spreadsheets.csv], bytes: 50 * megabyte },
};

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG', 'image/webp': 'WebP', 'image/heic': 'HEIC', [wordDocument]: 'DOCX', [spreadsheets.xlsx]: 'XLSX', [spreadsheets.csv]: 'CSV',
};

/** The types that are taken, by the names that whoever chooses a file knows them by. */
export const typesTaken = ({ mediaTypes }: UploadRule): string[] => mediaTypes.map((it) => typeNames[it] ?? it);

const fallback = 'file';

/** A file's name as it may be kept and offered: its last part, without what no file system takes. */
export const plainFileName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '').replace(/^[\s.]+|[\s.]+$/g, '');
  const point = clean.lastIndexOf('.');
  const ending = point > 0 && clean.length - point <= 10 ? clean.slice(point) : '';
  return clean === '' ? fallback : `${[...clean.slice(0, clean.length - ending.length)].slice(0, 150).join('')}${ending}`;
};

/** `Content-Disposition` of a download: always saved, never shown, by its name in whatever letters. */
export const attachmentOf = (name: string): string => {
  const plain = plainFileName(name);
  const ascii = plain.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(plain).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
};
