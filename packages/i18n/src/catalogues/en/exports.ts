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
  why: 'Why',
  rosterFile: 'roster',
  peopleFile: 'people-behind-target',
  auditFile: 'audit',
  idNumber: 'Identification number',
  office: 'Office',
  post: 'Post',
  kind: 'Kind',
  rank: 'Rank or grade',
  levels: 'Levels',
  figures: 'Figures',
  depth: 'Depth',
  target: 'Target',
  peopleListFile: 'people',
  figuresFile: 'targets',
};
