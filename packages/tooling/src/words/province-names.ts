import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../repository/tracked-files.ts';

/** A name of a province and the pattern that finds it in any spelling: with or without accents, spaces, hyphens, capitals. */
export type ProvinceName = { name: string; pattern: RegExp };

const withoutAccents = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0111', 'd').replaceAll('\u0110', 'D');

/**
 * The pattern of a name. A name of one syllable is looked for with its accents only, because without them it is a word of English;
 * so is a name of three, which is also a person's and stands in the names of bodies and of the time zone.
 */
export const patternOf = (name: string): RegExp => {
  const syllables = name.normalize('NFC').split(/[-\s]+/);
  const spelled = syllables.join('[-_ ]?');
  if (syllables.length !== 2) return new RegExp(`(?<!\\p{L})(?:t\u1ec9nh|th\u00e0nh ph\u1ed1) ${syllables.join(' ')}(?!\\p{L})`, 'iu');
  return new RegExp(`(?<!\\p{L})(?:${spelled}|${withoutAccents(spelled)})(?!\\p{L})`, 'iu');
};

const foldersOf = (room: string): string[] => (existsSync(join(repositoryRoot, room)) ? readdirSync(join(repositoryRoot, room)) : []);

type Provinces = { rows: { name: string }[] };

const referenceNames = (): string[] => {
  const path = join(repositoryRoot, 'deploy/reference/provinces.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as Provinces).rows.map((row) => row.name);
};

/** The names the core must not know: those of the reference data, of the tenants that are deployed and of the plugins of provinces. */
export const provinceNames = (): ProvinceName[] => {
  const names = [...referenceNames(), ...foldersOf('deploy/tenants'), ...foldersOf('plugins').filter((it) => it !== 'example')];
  return [...new Set(names)].map((name) => ({ name, pattern: patternOf(name) }));
};
