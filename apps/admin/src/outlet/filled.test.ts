import { expect, it } from 'vitest';
import { filled } from './filled.ts';

it('the places of a word are filled, and one without a value is left to be seen', () => {
  expect(filled('Lớp {{name}}: {{ seats }} chỗ, {{name}}', { name: 'A1', seats: 30 })).toBe('Lớp A1: 30 chỗ, A1');
  expect(filled('{{count, number}} người', { count: 2025 })).toBe('2025 người');
  expect(filled('{{who}} vắng', {})).toBe('{{who}} vắng');
});
