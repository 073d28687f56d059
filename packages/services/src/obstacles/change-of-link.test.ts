import { expect, it } from 'vitest';
import { changeOfLink } from './change-of-link.ts';

const id = '0199a5c2-0000-7000-8000-00000000000a';

it('knows the things of which there are many, with or without a place in them', () => {
  expect(changeOfLink('/plan/versions/3?section=targets')).toEqual({ kind: 'plan-version', number: 3 });
  expect(changeOfLink(`/units/changes/${id}`)).toEqual({ kind: 'unit-change', id });
  expect(changeOfLink(`/tasks/${id}`)).toEqual({ kind: 'duty', id });
});

it('takes a version that can be none for one that is not there', () => {
  expect(changeOfLink('/plan/versions/new')).toEqual({ kind: 'plan-version', number: 0 });
});

it('asks nothing of a page of which there is one', () => {
  for (const link of ['/settings', '/equivalence', '/units/changes/new', '/tasks?topic=policy']) expect(changeOfLink(link)).toBeUndefined();
});
