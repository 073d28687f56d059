import type { Catalogue } from '../../catalogue.ts';
import type { exports as vi } from '../vi/exports.ts';

export const exports: Catalogue<typeof vi> = {
  people: 'People',
  unitCode: 'Unit code',
  unitName: 'Unit',
  audit: 'Audit',
  at: 'At (UTC)',
  actor: 'Who',
  act: 'What was done',
  subject: 'Subject',
  subjectName: 'Name of the subject',
  why: 'Why',
  rosterFile: 'roster',
  peopleFile: 'people-behind-target',
  auditFile: 'audit',
};
