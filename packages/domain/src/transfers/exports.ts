import type { CertificateState } from '../levels/index.ts';
import type { Kind, OfficeRankCode } from '../people/index.ts';
import type { IsoDate } from '../values/index.ts';

/** What a list of people was narrowed by when it was taken out. What is absent is not asked. */
export type PeopleListFilter = {
  unit?: string | undefined; search?: string | undefined; kind?: Kind | undefined; rank?: string | undefined; officeRank?: OfficeRankCode | undefined; leader?: boolean | undefined;
  sex?: 'female' | 'male' | undefined; certificateState?: CertificateState | undefined; level?: number | undefined; language?: string | undefined;
};

/** What a list of certificates is filtered by; null narrows nothing. */
export type CertificatesAsked = {
  below: string | null; search: string | null; state: CertificateState | null; type: string | null; language: string | null; issuer: string | null; level: number | null; expiringBefore: IsoDate | null;
};

/** What can be taken out as a file: the roster on a day, a list of people, the people behind a figure of a target, figures of a target by units, of all targets, the audit of some days, a close (by its id) as it was frozen, the register of certificates as it was filtered, those who fall short of what their posts require, a section of the yearly report that a plugin brings. */
export type ExportOrder =
  | { kind: 'roster'; on: IsoDate; sheet: 'units' | 'posts' | 'people' | 'certificates' }
  | { kind: 'people-behind-target'; on: IsoDate; target: string; group: 'cohort' | 'reached' | 'missing' | 'focus' | 'out'; unit: string | null; search?: string | undefined; planVersion: number | null }
  | { kind: 'people'; on: IsoDate; filter: PeopleListFilter; order: 'name' | 'unit' }
  | { kind: 'target-units'; on: IsoDate; target: string; unit: string | null; units: 'then' | 'now' }
  | { kind: 'progress'; on: IsoDate; unit: string | null }
  | { kind: 'audit'; from: IsoDate; to: IsoDate; actor?: string | undefined; act?: string | undefined; subjectKind?: string | undefined; subject?: string | undefined }
  | { kind: 'units'; on: IsoDate; search: string | null; changed: boolean }
  | { kind: 'close'; close: string }
  | ({ kind: 'certificates'; on: IsoDate } & CertificatesAsked)
  | { kind: 'standard-gaps'; on: IsoDate; unit: string | null }
  | { kind: 'plugin-report'; plugin: string; report: string; from: IsoDate; to: IsoDate };

export type ExportKind = ExportOrder['kind'];
export type ExportFormat = 'xlsx' | 'csv';
