import { expect, it } from 'vitest';
import { isChangeLink } from './change-link.ts';

it('takes an address within the tenant alone', () => {
  for (const link of ['/plan/versions/2', '/tasks?topic=policy']) expect(isChangeLink(link), link).toBe(true);
  for (const link of ['https://example.org', '//example.org', 'plan', '/', '/plan/../x y']) expect(isChangeLink(link), link).toBe(false);
});
