import { describe, expect, it } from 'vitest';
import { readImports } from './read-imports.ts';

const read = (text: string) => readImports('a.ts', text);

describe('the imports of a file', () => {
  it('are its imports, re-exports, dynamic imports and imported types', () => {
    const text = `
      import { a } from './a.ts';
      export * from './b.ts';
      const c = await import('./c.ts');
      let d: import('./d.ts').D;
    `;
    expect(read(text).map((it) => it.specifier)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts']);
  });

  it('are gone at run time when the whole statement is a type import, not when single names are', () => {
    expect(read(`import type { a } from './a.ts'`)).toEqual([{ specifier: './a.ts', typesOnly: true }]);
    expect(read(`export type { a } from './a.ts'`)).toEqual([{ specifier: './a.ts', typesOnly: true }]);
    expect(read(`import { type a } from './a.ts'`)).toEqual([{ specifier: './a.ts', typesOnly: false }]);
    expect(read(`import './a.ts'`)).toEqual([{ specifier: './a.ts', typesOnly: false }]);
  });

  it('are not looked for in comments and texts', () => {
    expect(read(`// import './a.ts'\nconst b = "import './b.ts'";`)).toEqual([]);
  });
});
