import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, isTypeScript, repositoryRoot, trackedFiles } from '../repository/tracked-files.ts';
import { provinceNames } from './province-names.ts';
import { declaresData, strayVietnamese } from './vietnamese-strings.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const core = trackedFiles().filter((path) => /^(packages|apps)\//.test(path));

/** Folders whose Vietnamese is data as a whole: all that a sample writes are the contents of a made-up workbook. */
const dataFolders = ['packages/sample/src/'];

const mayHoldData = (path: string): boolean => dataFolders.some((it) => path.startsWith(it)) || (!path.startsWith('apps/') && declaresData(read(path)));

describe('words to users', () => {
  it('stand in the catalogues, in local texts, or in files that say why their Vietnamese is data', () => {
    const sources = trackedFiles().filter((path) => isTypeScript(path) && !isTest(path) && !path.startsWith('packages/i18n/src/catalogues/'));
    expect(sources.length).toBeGreaterThan(20);
    const faults = sources
      .filter((path) => !mayHoldData(path))
      .flatMap((path) => strayVietnamese(path, read(path)).map(({ line, text }) => `${path}:${line} ${text}`));
    expect(faults).toEqual([]);
  });
});

/** Files in which the name of a province stands for something else. */
const otherMeanings = new Set([
  // The word for the Lao language is the first syllable of a province; a test holds that the one is not taken for the other.
  'packages/domain/src/levels/proposal/propose-from-text.test.ts',
]);

describe('a province', () => {
  it('is never named in the core', () => {
    const names = provinceNames();
    expect(core.length).toBeGreaterThan(20);
    expect(names.length).toBeGreaterThanOrEqual(34);
    const faults = core.filter((path) => !otherMeanings.has(path)).flatMap((path) => {
      const text = `${path}\n${read(path)}`.normalize('NFC');
      return names.filter(({ pattern }) => pattern.test(text)).map(({ name }) => `${path} names ${name}`);
    });
    expect(faults).toEqual([]);
  });
});
