import type { Catalogue } from '../../catalogue.ts';
import type { mends as vi } from '../vi/mends.ts';

export const mends: Catalogue<typeof vi> = {
  spaces: 'spaces too many or unseen left out',
  composed: 'letters and accents put together',
  'name-case': 'capitals of a name written properly',
  'name-note': 'note in brackets behind a name left out',
  'id-number-zeros': 'zeros given back to an ID number',
  'id-number-signs': 'spaces and points left out of an ID number',
  'id-number-completed': 'ID number of the person of this name and birth date in the unit',
  'date-short-year': 'year of two digits understood',
  'date-month-first': 'month read before the day, since the other order is no day',
  'date-serial': 'day number of a spreadsheet read as a day',
  'choice-word': 'short word or another word understood',
  'unit-by-name': 'unit found by its name',
  'unit-remembered': 'unit as was chosen before',
  'post-by-name': 'post found by its name',
  'post-remembered': 'post as was chosen before',
};
