import { describe, expect, it } from 'vitest';
import { coreSet, platformSet, readMigrations, statementsOf } from './index.ts';

describe('a migration', () => {
  it('is cut at its breakpoints', () => {
    expect(statementsOf('select 1;\n--> statement-breakpoint\n-- why\nselect 2;\n')).toEqual(['select 1;', '-- why\nselect 2;']);
  });

  it('may end with a breakpoint or hold a comment alone', () => {
    expect(statementsOf('-- nothing but words\n--> statement-breakpoint\nselect 1\n--> statement-breakpoint\n')).toEqual(['select 1']);
  });
});

describe('the sets of the product', () => {
  it.each([coreSet, platformSet])('are numbered without gap: $name', (set) => {
    const versions = readMigrations(set).map(({ version }) => version);
    expect(versions.map((version) => Number(version.slice(0, 4)))).toEqual(versions.map((_, index) => index + 1));
  });
});
