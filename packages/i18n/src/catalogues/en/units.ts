import type { Catalogue } from '../../catalogue.ts';
import type { units as vi } from '../vi/units.ts';

export const units: Catalogue<typeof vi> = {
  about: 'units',
  listAbout: 'list the units of a date with their people',
  code: 'Code',
  name: 'Name',
  tier: 'Level',
  bodyKind: 'Kind',
  people: 'People',
  parent: 'Managed by',
  field: 'Field of work',
  reportsTo: 'Reports to',
  budgetsThrough: 'Budgets through',
  ofDay: 'On this day',
  'mark-new': 'new',
  'mark-gone': 'ended',
  'mark-changed': 'changed',
  none: 'There are no units on this day.',
};
