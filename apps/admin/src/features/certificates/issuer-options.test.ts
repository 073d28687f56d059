import { describe, expect, it } from 'vitest';
import { issuerOptions } from './issuer-options.ts';

const licence = { type: 'vstep', from: '2020-01-01', lastDay: '2021-12-31' };
const issuers = [{ id: '1', name: 'A', licences: [] }, { id: '2', name: 'B', licences: [licence] }];
const vstep = { code: 'vstep', licenceRequired: true };

describe('issuers to pick from', () => {
  it('begin with those that were licensed on the exam day, the last day included', () => {
    expect(issuerOptions(issuers, vstep, '31/12/2021')).toEqual([{ id: '2', name: 'B', licensed: true }, { id: '1', name: 'A', licensed: false }]);
    expect(issuerOptions(issuers, vstep, '01/01/2022').map((it) => it.licensed)).toEqual([false, false]);
  });

  it('are all alike while no day is typed, or where the type needs no licence', () => {
    expect(issuerOptions(issuers, vstep, '').every((it) => it.licensed)).toBe(true);
    expect(issuerOptions(issuers, { code: 'ielts', licenceRequired: false }, '01/01/2022').every((it) => it.licensed)).toBe(true);
  });
});
