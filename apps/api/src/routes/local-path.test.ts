import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('the path a browser is sent to', () => {
  it('is the one that was asked for, if it is ours', () => {
    expect(['/', '/people?search=an#first', '/t/alpha/plans/1'].map(localPath)).toEqual(['/', '/people?search=an#first', '/t/alpha/plans/1']);
  });

  it('is the first page in the place of anything that leads elsewhere', () => {
    const elsewhere = [undefined, '', 'people', 'https://evil.test', '//evil.test', '/\\evil.test', '\\\\evil.test', '/\t/evil.test', '/..//evil.test', '/./%2e/../\\evil.test', 'javascript:alert(1)', '/\nset-cookie: a=b'];
    expect(elsewhere.map(localPath)).toEqual(elsewhere.map(() => '/'));
  });

  it('never leads to another site, whatever was asked', () => {
    const piece = fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '%5c', 'evil.test', '@', ':', '?', '#', '\t', '\r\n', ' ', 'https:', 'javascript:', 'ế', '\0', '\ud800');
    const path = fc.oneof(fc.array(piece, { maxLength: 8 }).map((it) => it.join('')), fc.string());
    fc.assert(
      fc.property(path, (asked) => {
        const location = localPath(asked);
        expect(new URL(location, 'https://ours.test/api/platform/sso/callback').origin).toBe('https://ours.test');
        expect(location).toMatch(/^\/(?![/\\])[\x21-\x7e]*$/);
      }),
    );
  });
});
