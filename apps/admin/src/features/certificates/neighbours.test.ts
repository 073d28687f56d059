import { expect, it } from 'vitest';
import { neighboursOf } from './neighbours.ts';

it('of a queue are what stands before and after; after what has left it comes the first', () => {
  expect(neighboursOf(['a', 'b', 'c'], 'b')).toEqual({ before: 'a', after: 'c' });
  expect(neighboursOf(['a', 'b'], 'a')).toEqual({ before: undefined, after: 'b' });
  expect(neighboursOf(['a', 'b'], 'b')).toEqual({ before: 'a', after: undefined });
  expect(neighboursOf(['a', 'b'], 'gone')).toEqual({ before: undefined, after: 'a' });
  expect(neighboursOf([], undefined)).toEqual({ before: undefined, after: undefined });
});
