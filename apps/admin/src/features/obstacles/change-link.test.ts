import { expect, it } from 'vitest';
import { changedPages, changeKindOf, isChangeLink } from './change-link.ts';

it('takes an address within the tenant alone', () => {
  for (const link of ['/plan/versions/2', '/tasks?topic=policy']) expect(isChangeLink(link), link).toBe(true);
  for (const link of ['https://example.org', '//example.org', 'plan', '/', '/plan/../x y']) expect(isChangeLink(link), link).toBe(false);
});

it('tells what an address leads to, so that it is picked and not typed', () => {
  expect(changeKindOf('/plan/versions/2')).toBe('plan-version');
  expect(changeKindOf('/units/changes/0199a5c2-0000-7000-8000-00000000000a')).toBe('unit-change');
  for (const [kind, page] of Object.entries(changedPages)) expect(changeKindOf(page)).toBe(kind);
});

it('keeps any other address as it was written', () => {
  expect(changeKindOf('')).toBeUndefined();
  for (const link of ['/plan/versions/', '/units/changes/1/x', '/tasks?topic=policy']) expect(changeKindOf(link)).toBe('other');
});
