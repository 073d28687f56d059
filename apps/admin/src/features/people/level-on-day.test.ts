import { describe, expect, it } from 'vitest';
import { levelOnDay } from './level-on-day.ts';

const levels = [{ level: 3, from: '2020-01-01', lastDay: null }, { level: 4, from: '2021-01-01', lastDay: '2022-12-31' }];

describe('the level of a certificate on a day', () => {
  it('is the best of those that hold then', () => {
    expect(levelOnDay({ state: 'verified', levels }, '2022-12-31')).toMatchObject({ level: 4, lastDay: '2022-12-31' });
    expect(levelOnDay({ state: 'verified', levels }, '2023-01-01')).toMatchObject({ level: 3, lastDay: null });
    expect(levelOnDay({ state: 'verified', levels }, '2019-12-31')).toBeUndefined();
  });

  it('is none before somebody else has verified it', () => {
    expect(levelOnDay({ state: 'declared', levels }, '2022-01-01')).toBeUndefined();
  });
});
