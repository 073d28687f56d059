import { describe, expect, it } from 'vitest';

import { isoDate } from '../values/index.ts';
import { knownPart } from './birth.ts';

describe('a birth date', () => {
  it.each([
    ['day', '1985-03-15'],
    ['month', '1985-03-01'],
    ['year', '1985-01-01'],
  ] as const)('known to the %s says nothing beyond it', (precision, date) => {
    expect(knownPart({ date: isoDate('1985-03-15'), precision })).toEqual({ date, precision });
  });
});
