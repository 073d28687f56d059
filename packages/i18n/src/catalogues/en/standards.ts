import type { Catalogue } from '../../catalogue.ts';
import type { standards as vi } from '../vi/standards.ts';

export const standards: Catalogue<typeof vi> = {
  about: 'levels that posts require and who falls short, on a date',
  limitOption: 'how many people who fall short are listed at most',
  unit: 'Unit',
  required: 'Required',
  met: 'Met',
  gap: 'Short',
  name: 'Name',
  post: 'Post',
  language: 'Language',
  requiredLevel: 'Required level',
  held: 'Level held',
  anyLanguage: 'any',
  noLevel: 'none',
  none: 'No post requires a level on this day.',
  people: 'People who fall short:',
};
