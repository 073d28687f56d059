import type { Manifest } from '@saubac/plugin-api/admin';
import { describe, expect, it } from 'vitest';
import { pageFound } from './page-found.ts';

const text = { vi: 'Lịch trực', en: 'Duties' };
const opened = { id: 'example', title: text, pages: [{ name: 'duties', title: text, group: null, hidden: false }], slots: [], permissions: ['duty.read'], words: { vi: {}, en: {} } };
const manifest: Manifest = {
  id: 'example', version: '1.0.0', apiVersion: 1, title: 'title', about: 'title',
  permissions: { 'duty.read': { label: 'read', grantTo: ['auditor'] }, 'duty.manage': { label: 'manage', grantTo: [] } },
  pages: { duties: { title: 'title', permission: 'duty.read' }, desks: { title: 'title', permission: 'duty.manage' } },
  words: { vi: { title: 'Lịch trực', read: 'xem', manage: 'xếp lịch trực' }, en: { title: 'Duties', read: 'see', manage: 'plan duties' } },
};

describe('an address of a plugin', () => {
  it('leads to a page that the caller may open, also before the manifest is here', () => {
    expect(pageFound(opened, 'duties', undefined)).toEqual({ kind: 'open', title: text });
  });

  it('of a page that needs another permission tells which', () => {
    expect(pageFound(opened, 'desks', manifest)).toEqual({ kind: 'closed', permission: { vi: 'xếp lịch trực', en: 'plan duties' } });
  });

  it('of a page that the plugin has not leads nowhere, whatever it is called', () => {
    expect(pageFound(opened, 'nothing', manifest)).toEqual({ kind: 'unknown' });
    expect(pageFound(opened, 'constructor', manifest)).toEqual({ kind: 'unknown' });
    expect(pageFound(opened, 'desks', undefined)).toEqual({ kind: 'unknown' });
  });
});
