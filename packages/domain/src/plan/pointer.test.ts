import { describe, expect, it } from 'vitest';

import { pointerOf } from './pointer.ts';

describe('a place as a pointer', () => {
  it('leads through lists and objects to the value', () => {
    expect(pointerOf('targets[3].cohort.all[0].fact')).toBe('/targets/3/cohort/all/0/fact');
    expect(pointerOf('.all[1]', '/rule')).toBe('/rule/all/1');
    expect(pointerOf('a/b.c~d')).toBe('/a~1b/c~0d');
  });

  it('of the whole file is empty, or where the file stands', () => {
    expect(pointerOf('$')).toBe('');
    expect(pointerOf('$', '/document')).toBe('/document');
  });
});
