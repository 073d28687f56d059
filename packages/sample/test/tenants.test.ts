import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readProfile, sampleRoster } from '../src/index.ts';
import { problemsOf } from './problems.ts';
import { effective, rowsOf } from './reading.ts';

const folder = fileURLToPath(new URL('../../../deploy/tenants/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('sample.json')).toSorted();

it('finds the profiles that ship', () => {
  expect(files.length).toBeGreaterThanOrEqual(2);
});

it.each(files)('makes a roster without a fault from %s', (path) => {
  const read = readProfile(JSON.parse(readFileSync(`${folder}${path}`, 'utf8')));
  if (!read.ok) throw new Error(JSON.stringify(read.failure.problems, null, 2));
  const rows = rowsOf(sampleRoster({ profile: read.value, people: 2_500, seed: 3, effective }));
  expect(problemsOf(rows, effective)).toEqual([]);
  expect(read.value.note.vi).toContain('Không có người thật');
});

it.each(files)('takes issuers and languages of %s from the reference that ships', (path) => {
  const profile = JSON.parse(readFileSync(`${folder}${path}`, 'utf8')) as { issuers: { code: string }[]; otherLanguages: { code: string }[] };
  const reference = (name: string): string => readFileSync(`${folder}../reference/${name}`, 'utf8');
  const settings = JSON.parse(reference('default-settings.json')) as { issuers: { code: string }[] };
  const languages = JSON.parse(reference('languages.json')) as { rows: { code: string }[] };
  for (const { code } of profile.issuers) expect(settings.issuers.map((it) => it.code)).toContain(code);
  for (const { code } of profile.otherLanguages) expect(languages.rows.map((it) => it.code)).toContain(code);
});
