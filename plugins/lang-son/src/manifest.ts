import { defineManifest } from '@saubac/plugin-api';

import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

export const manifest = defineManifest({
  id: 'lang-son',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'about',
  permissions: {
    'duty.read': { label: 'permission.dutyRead', grantTo: ['home-affairs-officer', 'home-affairs-head', 'foreign-affairs', 'agency-officer', 'agency-head', 'auditor'] },
    'duty.manage': { label: 'permission.dutyManage', grantTo: ['home-affairs-officer'] },
  },
  pages: { duties: { title: 'page.duties', permission: 'duty.read', group: 'people' } },
  words: { vi, en },
});

/** A word of this plugin. */
export type Word = keyof typeof vi;
