import type { CertificateState } from '../levels/index.ts';
import type { IsoDate } from '../values/index.ts';

/** What a list of certificates is filtered by; null narrows nothing. */
export type CertificatesAsked = {
  below: string | null; search: string | null; state: CertificateState | null; type: string | null; language: string | null; issuer: string | null; level: number | null; expiringBefore: IsoDate | null;
};

/** What can be taken out as a file: the roster on a day, the people behind a figure of a target, the audit of some days, a close (by its id) as it was frozen, the register of certificates as it was filtered. */
export type ExportOrder =
  | { kind: 'roster'; on: IsoDate; sheet: 'units' | 'posts' | 'people' | 'certificates' }
  | { kind: 'people-behind-target'; on: IsoDate; target: string; group: 'cohort' | 'reached' | 'missing' | 'focus'; unit: string | null; planVersion: number | null }
  | { kind: 'audit'; from: IsoDate; to: IsoDate; actor?: string | undefined; act?: string | undefined; subjectKind?: string | undefined; subject?: string | undefined }
  | { kind: 'close'; close: string }
  | ({ kind: 'certificates'; on: IsoDate } & CertificatesAsked);

export type ExportKind = ExportOrder['kind'];
export type ExportFormat = 'xlsx' | 'csv';
