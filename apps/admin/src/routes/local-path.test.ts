import { describe, expect, it } from 'vitest';
import { localPath } from './local-path.ts';

describe('where somebody goes after signing in', () => {
  it('is the page that was asked for, with all that its address says', () => {
    expect(localPath('/t/alpha/people?unit=A&search=an#top')).toBe('/t/alpha/people?unit=A&search=an#top');
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere', '/..//elsewhere.example', '', 7, undefined])('is never another site: %s', (asked) => {
    expect(localPath(asked)).toBe('/');
  });
});
