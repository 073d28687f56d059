import { isoDate } from '@saubac/domain/values';
import { describe, expect, it } from 'vitest';

import { recordedOrder } from './recorded-order.ts';

const on = isoDate('2026-03-01');

describe('an order in the audit', () => {
  it('says what was looked for, and never a whole identification number', () => {
    expect(recordedOrder({ kind: 'people', on, order: 'name', filter: { search: 'anh', unit: 'A' } })).toMatchObject({ filter: { search: 'anh', unit: 'A' } });
    expect(JSON.stringify(recordedOrder({ kind: 'people', on, order: 'name', filter: { search: '001 085 012 345' } }))).not.toMatch(/085/);
    expect(JSON.stringify(recordedOrder({ kind: 'people-behind-target', on, target: 't', group: 'out', unit: null, planVersion: null, search: '001085012345' }))).not.toMatch(/085/);
  });
});
