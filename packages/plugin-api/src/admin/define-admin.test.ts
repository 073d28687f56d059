import { describe, expect, it } from 'vitest';

import { defineManifest } from '../index.ts';
import { defineAdmin } from './index.ts';

const manifest = defineManifest({
  id: 'border-trade',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'title',
  permissions: { 'visit.read': { label: 'title', grantTo: ['auditor'] } },
  pages: { visits: { title: 'title', permission: 'visit.read' } },
  slots: { visitsOfPerson: { at: 'person.sidebar', title: 'title', permission: 'visit.read' } },
  words: { vi: { title: 'Đoàn ra' }, en: { title: 'Visits' } },
});
const page = () => Promise.resolve({ default: () => null });
const card = () => Promise.resolve({ default: ({ person }: { person: string }) => person });

describe('the browser side of a plugin', () => {
  it('brings each page and card that the manifest promises, at its place', () => {
    const admin = defineAdmin(manifest, { pages: { visits: page }, slots: { visitsOfPerson: card } });
    expect(admin.pages['visits']).toBe(page);
    expect(admin.slots['visitsOfPerson']).toEqual({ at: 'person.sidebar', load: card });
  });

  it('does not compile with a part that is not promised, without one that is, or with a card for another place', () => {
    const ofUnit = () => Promise.resolve({ default: ({ code }: { code: string }) => code });
    const wrong = [
      // @ts-expect-error: the card is missing
      defineAdmin(manifest, { pages: { visits: page }, slots: {} }),
      // @ts-expect-error: a page that the manifest does not name
      defineAdmin(manifest, { pages: { visits: page, guests: page }, slots: { visitsOfPerson: card } }),
      // @ts-expect-error: a card of a unit beside a person
      defineAdmin(manifest, { pages: { visits: page }, slots: { visitsOfPerson: ofUnit } }),
    ];
    expect(wrong).toHaveLength(3);
  });

  it('of a plugin without cards has none', () => {
    const { slots: _none, ...bare } = manifest;
    const small = defineManifest(bare);
    expect(defineAdmin(small, { pages: { visits: page }, slots: {} }).slots).toEqual({});
  });
});
