import { expect, it } from 'vitest';
import { folded } from './folded.ts';

it('a name is searched without accents, however they are composed', () => {
  expect(folded(' Trường Đại học ĐÀ NẴNG ')).toBe('truong dai hoc da nang');
  expect(folded('Huế'.normalize('NFD'))).toBe(folded('Huế'.normalize('NFC')));
});
