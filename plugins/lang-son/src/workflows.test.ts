import { describe, expect, it } from 'vitest';

import { provenInFigures } from './workflows.ts';

describe('a report on a task', () => {
  it('is handed in with a figure and a file, and not with one of them alone', () => {
    expect(provenInFigures.holds({ report: { figure: 0 }, files: 1 })).toBe(true);
    expect(provenInFigures.holds({ report: { figure: 12 }, files: 0 })).toBe(false);
    expect(provenInFigures.holds({ report: { figure: null }, files: 2 })).toBe(false);
    expect(provenInFigures.holds({ report: null, files: 2 })).toBe(false);
  });
});
