import type { Catalogue } from '../../catalogue.ts';
import type { jobs as vi } from '../vi/jobs.ts';

export const jobs: Catalogue<typeof vi> = {
  about: 'background work that could not be done',
  listAbout: 'list the work that was given up after every attempt failed',
  retryAbout: 'attempt given-up work anew, one piece or all of it (--all)',
  idArgument: 'id of the work, see jobs list',
  idOrAll: 'the id of the work, or --all',
  allOption: 'attempt all of it anew',
  none: 'No work was given up.',
  retried_one: '{{count, number}} piece of work will be attempted anew.',
  retried_other: '{{count, number}} pieces of work will be attempted anew.',
  id: 'Id',
  tenant: 'Asked by',
  kind: 'Kind',
  attempts: 'Attempts',
  failure: 'Failure',
  givenUpAt: 'Given up at (UTC)',
  mail: 'mail: {{template}}',
};
