import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTest, repositoryRoot, trackedFiles } from '../repository/tracked-files.ts';
import { textsOfScreen } from './screen-texts.ts';

const texts = (source: string) => textsOfScreen('a.tsx', source).map((it) => it.text);

describe('a text of a screen', () => {
  it('is found between tags, as a bare string, and in what is read aloud', () => {
    expect(texts('const a = <p>Save</p>;')).toEqual(['Save']);
    expect(texts("const a = <p>{'Save'}</p>;")).toEqual(['Save']);
    expect(texts('const a = <input aria-label="Name" placeholder={"Type"} />;')).toEqual(['Name', 'Type']);
  });

  it('is none that comes from a catalogue, nor a sign, nor a name for machines', () => {
    expect(texts("const a = <p className=\"big\" role='status'>{t('a.b')} · – {n} %</p>;")).toEqual([]);
  });
});

describe('the screens', () => {
  it('say nothing that is not in the catalogues', () => {
    const screens = trackedFiles().filter((path) => /^(apps\/admin|packages\/ui|plugins\/[^/]+)\/.*\.tsx$/.test(path) && !isTest(path));
    expect(screens.length).toBeGreaterThan(20);
    expect(screens.flatMap((path) => textsOfScreen(path, readFileSync(join(repositoryRoot, path), 'utf8')).map(({ line, text }) => `${path}:${line} ${text}`))).toEqual([]);
  });
});
