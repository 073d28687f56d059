import type { Catalogue } from '../../catalogue.ts';
import type { evidence as vi } from '../vi/evidence.ts';

export const evidence: Catalogue<typeof vi> = {
  about: 'evidence for targets without a percentage',
  addAbout: 'record a document as evidence',
  listAbout: 'list the evidence recorded',
  targetOption: 'id of a target of the plan',
  titleOption: 'title of the document',
  numberOption: 'number of the document',
  onOption: 'day of issue (yyyy-mm-dd)',
  untilOption: 'last day in force (yyyy-mm-dd)',
  recorded: 'Recorded “{{title}}” for the target {{target}}, from {{on, date}}.',
  unchanged: 'Nothing changed: this evidence is recorded already.',
  none: 'No evidence is recorded.',
  target: 'Target',
  title: 'Document',
  number: 'Number',
  issuedOn: 'Issued on',
  inForceTo: 'In force until',
};
