import { describe, expect, it } from 'vitest';

import { faultsOf, PluginRefused } from './index.ts';

describe('what went wrong with a request of a plugin', () => {
  it('is said of the fields it is about', () => {
    const faults = [{ field: 'place', text: 'Chưa ghi nơi học.' }];
    expect(faultsOf(new PluginRefused({ code: 'invalid-request', text: 'Chưa hợp lệ.', faults }))).toEqual(faults);
  });

  it('is said as a whole where no field is to blame', () => {
    expect(faultsOf(new PluginRefused({ code: 'example.no-seat', text: 'Lớp đã đủ người.', faults: [] }))).toEqual([{ text: 'Lớp đã đủ người.' }]);
    expect(faultsOf(new Error('offline'))).toEqual([{ text: 'offline' }]);
  });

  it('is nothing where nothing did', () => {
    expect(faultsOf(null)).toEqual([]);
  });
});
