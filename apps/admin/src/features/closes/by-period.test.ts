import { expect, it } from 'vitest';
import { byPeriod } from './by-period.ts';

it('puts the versions of a period together, the latest first, where the latest of them stood', () => {
  const closes = [{ period: '2025', number: 2 }, { period: '2025-H1', number: 1 }, { period: '2025', number: 1 }];
  expect(byPeriod(closes)).toEqual([{ period: '2025', versions: [closes[0], closes[2]] }, { period: '2025-H1', versions: [closes[1]] }]);
});
