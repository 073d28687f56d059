import { describe, expect, it } from 'vitest';

import { hourOf, maskIdNumbers, maskInText } from './index.ts';

describe('an identification number in the audit', () => {
  it('is masked wherever its field stands, and nothing else is', () => {
    expect(maskIdNumbers({ id_number: '001199000123', person: { idNumber: '001199000124' }, rows: [{ id_number: null }], number: '123456789012' })).toEqual({
      id_number: '•••••••••123',
      person: { idNumber: '•••••••••124' },
      rows: [{ id_number: null }],
      number: '123456789012',
    });
  });

  it('is masked in a reason that somebody wrote', () => {
    expect(maskInText('merged with 001199000123, see 12/2024')).toBe('merged with •••••••••123, see 12/2024');
    expect(maskInText('account 1234567890123')).toBe('account 1234567890123');
  });
});

describe('the hour of a reading', () => {
  it('begins at its full hour', () => {
    expect(hourOf(new Date('2026-03-01T08:59:59.999Z')).toISOString()).toBe('2026-03-01T08:00:00.000Z');
    expect(hourOf(new Date('2026-03-01T09:00:00.000Z')).toISOString()).toBe('2026-03-01T09:00:00.000Z');
  });
});
