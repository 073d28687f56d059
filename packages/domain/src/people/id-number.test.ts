import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { contradicts, isWellBuilt, maskedIdNumber } from './id-number.ts';
import { mayBe, readIdNumber } from './read-id-number.ts';

describe('an identification number for those who may not read it', () => {
  it('keeps its length and its last three digits only', () => {
    expect(maskedIdNumber('042099001234')).toBe('•••••••••234');
  });
});

describe('an identification number in a cell', () => {
  it.each([
    ['042080001234', '042080001234', undefined],
    ['042 080 001 234', '042080001234', 'id-number-signs'],
    ['042.080.001.234', '042080001234', 'id-number-signs'],
    ["'042080001234", '042080001234', 'id-number-signs'],
    ['42080001234', '042080001234', 'id-number-zeros'],
    ['1080001234', '001080001234', 'id-number-zeros'],
  ])('is read from %s', (typed, text, kind) => {
    expect(readIdNumber(typed, false)).toEqual({ text, mends: kind ? [{ kind, from: typed, to: text }] : [] });
  });

  it.each([
    ['1.2E+11', false, 'id-number-lost-digits'],
    ['4,20802E+10', false, 'id-number-lost-digits'],
    ['120802000000', true, 'id-number-lost-digits'],
    ['42080200000', true, 'id-number-lost-digits'],
    ['184123456', false, 'old-id-number'],
    ['184123456', true, 'old-id-number'],
    ['04208000123', false, 'not-an-id-number'],
    ['5208000123', false, 'id-number-lost-zeros'],
    ['0420800012345', false, 'not-an-id-number'],
    ['12345678', true, 'not-an-id-number'],
    ['AB0420800012', false, 'not-an-id-number'],
    ['68084000117.5', true, 'not-an-id-number'],
    ['68084000117.5', false, 'not-an-id-number'],
  ])('is refused: %s (as a number: %s)', (typed, asNumber, problem) => {
    expect(readIdNumber(typed, asNumber)).toEqual({ problem });
  });

  it('is never more than what was typed, with zeros in front at most', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 .'E+]{0,16}$/), fc.boolean(), (typed, asNumber) => {
        const read = readIdNumber(typed, asNumber);
        if ('text' in read) expect(read.text.replace(/^0+/, '')).toBe(typed.replace(/[^0-9]/g, '').replace(/^0+/, ''));
      }),
    );
  });

  it('is built of a province, a century and a serial', () => {
    expect(['042080001234', '000080001234', '003080001234', '042980001234', '042080100000'].map(isWellBuilt)).toEqual([true, false, false, false, false]);
  });

  it('tells sex and year of birth, and contradicts nothing unknown', () => {
    expect(contradicts('042180001234', '1980-01-01', 'female')).toBe(false);
    expect(contradicts('042380001234', '1980-01-01', 'female')).toBe(true);
    expect(contradicts('042080001234', null, 'female')).toBe(true);
    expect(contradicts('042080001234', null, null)).toBe(false);
  });

  it('may be one that lost its digits where what is left of it stands in it', () => {
    expect([mayBe('4.20802E+10', '042080212345'), mayBe('1.2E+11', '120802001234'), mayBe('42080200000', '042080212345')]).toEqual([true, true, true]);
    expect([mayBe('4.20802E+10', '042081212345'), mayBe('1.2E+11', '130802001234'), mayBe('x', '130802001234')]).toEqual([false, false, false]);
  });
});
