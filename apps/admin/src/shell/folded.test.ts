import { expect, it } from 'vitest';
import { folded } from './folded.ts';

it('a name is searched without accents, however they are composed', () => {
  expect(folded(' Trường Đại học ĐÔNG MẪU ')).toBe('truong dai hoc dong mau');
  expect(folded('Mẫu'.normalize('NFD'))).toBe(folded('Mẫu'.normalize('NFC')));
});
