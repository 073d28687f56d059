import type { Catalogue } from '../../catalogue.ts';
import type { sample as vi } from '../vi/sample.ts';

export const sample: Catalogue<typeof vi> = {
  about: 'sample data, nobody real',
  rosterAbout: 'write a sample roster in the product\'s own template',
  peopleOption: 'how many people are present',
  seedOption: 'seed: the same one gives the same rows',
  outOption: 'xlsx file to write',
  effectiveOption: 'day of the data, from 2020-01-01 (yyyy-mm-dd)',
  profileOption: 'JSON file that outlines the province; else one that does not exist',
  reformAbout: 'write made-up people as on the eve of the reform, and the reform as a file',
  eveOption: 'xlsx file for the people before it',
  changeOption: 'xlsx file for the reform',
  afterOption: 'xlsx file for the people on its day, to compare',
  reformWritten: 'Written {{eve}} and {{change}}: {{operations, number}} operations, {{moves, number}} people moved. Nobody in the files exists.',
  written: 'Wrote {{file}}: {{units, number}} rows of units, {{posts, number}} of posts, {{people, number}} of people, {{certificates, number}} of certificates. Nobody in it is real.',
};
