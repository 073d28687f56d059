import { describe, expect, it } from 'vitest';

import { maskedIdNumber } from './id-number.ts';

describe('an identification number for those who may not read it', () => {
  it('keeps its length and its last three digits only', () => {
    expect(maskedIdNumber('042099001234')).toBe('•••••••••234');
  });
});
