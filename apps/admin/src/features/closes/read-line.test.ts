import { expect, it } from 'vitest';
import { readLine } from './read-line.ts';

it('reads how deep a line stands, its mark and its text', () => {
  expect(readLine('Nhóm đối tượng')).toEqual({ depth: 0, mark: undefined, text: 'Nhóm đối tượng' });
  expect(readLine('    ✗ dưới 40 tuổi')).toEqual({ depth: 2, mark: '✗', text: 'dưới 40 tuổi' });
  expect(readLine('  ? là lãnh đạo')).toEqual({ depth: 1, mark: '?', text: 'là lãnh đạo' });
});
