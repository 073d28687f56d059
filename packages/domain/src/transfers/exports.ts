import type { CertificateState } from '../levels/index.ts';
import type { Kind, OfficeRankCode } from '../people/index.ts';
import type { PlanFile } from '../plan/index.ts';
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

/** What the duties of a year were filtered by; null narrows nothing. `unit`: its id. */
export type DutiesFiltered = { year: number; body: string | null; task: string | null; unit: string | null; topic: PlanFile['tasks'][number]['topic'] | null; state: 'open' | 'reported' | 'accepted' | 'dropped' | null; late: boolean };

/** What obstacles were filtered by; null narrows nothing. `unit`: its code; `about`: a target or a task of a plan. */
export type ObstaclesFiltered = { state: 'raised' | 'in-hand' | 'answered' | 'closed' | 'withdrawn' | null; unit: string | null; about: string | null; text: string | null; late: boolean };

/** What can be taken out as a file: the roster on a day, a list of people, the people behind a figure of a target, figures of a target by units, of all targets, the audit of some days, a close (by its id) as it was frozen, the register of certificates as it was filtered, those who fall short of what their posts require, a section of the yearly report that a plugin brings, the duties of a year and the obstacles as they were filtered. */
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
  | { kind: 'plugin-report'; plugin: string; report: string; from: IsoDate; to: IsoDate }
  | ({ kind: 'duties' } & DutiesFiltered)
  | ({ kind: 'obstacles'; on: IsoDate } & ObstaclesFiltered);

export type ExportKind = ExportOrder['kind'];
export type ExportFormat = 'xlsx' | 'csv';
