import { describe, expect, it } from 'vitest';
import { filledIn } from './filled-in.ts';

describe('a form of which fields must be filled in', () => {
  const check = filledIn({ email: 'no address', password: 'no password' });

  it('names each field that is empty, or holds blanks only', () => {
    expect(check({ value: { email: '  ', password: '' } })).toEqual({ fields: { email: 'no address', password: 'no password' } });
    expect(check({ value: { email: 'a@b.vn', password: '' } })).toEqual({ fields: { password: 'no password' } });
  });

  it('is sent where none is', () => {
    expect(check({ value: { email: 'a@b.vn', password: 'x' } })).toBeUndefined();
  });
});
