import { loadAdminWords } from '@saubac/i18n/admin';
import { expect, it } from 'vitest';
import { thresholdText } from './threshold.ts';

it('a line of a table is written by the convention of the language', async () => {
  const words = await loadAdminWords('vi', ['equivalenceDesk']);
  expect(thresholdText({ from: 5.5, to: 6.5 }, words)).toBe('5,5–6,5');
  expect(thresholdText({ from: 8.5 }, words)).toBe('8,5');
  expect(thresholdText({ from: 'B1', to: 'B1' }, words)).toBe('B1');
  expect(thresholdText({ from: { listening: 400, reading: 385 } }, words)).toBe('nghe 400, đọc 385');
});
