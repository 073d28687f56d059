import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailDomainOf, emailKeyOf, parseEmail } from './email.ts';

describe('an email address', () => {
  it.each(['a@b.vn', ' An.Nguyen@So.Gov.VN ', "o'neil+x@x.example"])('may be %s', (text) => {
    expect(parseEmail(text)).toBe(text.trim());
  });

  it.each(['', 'a', 'a@b', 'a b@c.vn', 'a@b.vn\nBcc: c@d.vn', 'a@b.vn,c@d.vn', 'A <a@b.vn>', 'a@@b.vn', `${'a'.repeat(250)}@b.vn`])('may not be %j', (text) => {
    expect(parseEmail(text)).toBeUndefined();
  });

  it('is one account however its letters are written', () => {
    expect(emailKeyOf('AN@So.VN ')).toBe(emailKeyOf('an@so.vn'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(emailKeyOf(text.normalize('NFD'))).toBe(emailKeyOf(text.normalize('NFC')));
        expect(emailKeyOf(emailKeyOf(text))).toBe(emailKeyOf(text));
      }),
    );
  });

  it('belongs to the domain after its last @', () => {
    expect(emailDomainOf('An@So.Gov.VN')).toBe('so.gov.vn');
  });
});
