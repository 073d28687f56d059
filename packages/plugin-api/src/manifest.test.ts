import { describe, expect, it } from 'vitest';

import { defineManifest, permissionOf } from './index.ts';

const manifest = defineManifest({
  id: 'border-trade',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'about',
  permissions: { 'visit.read': { label: 'read', grantTo: ['auditor'] }, 'visit.manage': { label: 'manage', grantTo: ['foreign-affairs'] } },
  pages: { visits: { title: 'title', permission: 'visit.read', group: 'people' } },
  slots: { visitsOfPerson: { at: 'person.sidebar', title: 'title', permission: 'visit.read' } },
  words: { vi: { title: 'Đoàn ra, đoàn vào', about: 'Theo dõi các đoàn.', read: 'xem', manage: 'quản lý' }, en: { title: 'Visits', about: 'Keeps visits.', read: 'see', manage: 'manage' } },
});

describe('what a plugin lets people do', () => {
  it('is known to the core under the name of the plugin', () => {
    expect(permissionOf(manifest, 'visit.read')).toBe('border-trade:visit.read');
  });

  it('does not compile where nobody declared it', () => {
    // @ts-expect-error: no such permission
    expect(permissionOf(manifest, 'visit.delete')).toBe('border-trade:visit.delete');
    const wrong = [
      // @ts-expect-error: a page that asks for a permission that is not declared
      defineManifest({ ...manifest, pages: { visits: { title: 'title', permission: 'visit.delete' } } }),
      // @ts-expect-error: a card that asks for one
      defineManifest({ ...manifest, slots: { card: { at: 'person.sidebar', title: 'title', permission: 'visit.delete' } } }),
      // @ts-expect-error: a page whose title is no word
      defineManifest({ ...manifest, pages: { visits: { title: 'page', permission: 'visit.read' } } }),
      // @ts-expect-error: a place that no screen has
      defineManifest({ ...manifest, slots: { card: { at: 'person.footer', title: 'title', permission: 'visit.read' } } }),
      // @ts-expect-error: a role that nobody has
      defineManifest({ ...manifest, permissions: { 'visit.read': { label: 'read', grantTo: ['king'] } }, pages: {}, slots: {} }),
    ];
    expect(wrong).toHaveLength(5);
  });
});
