import { defineManifest } from '@saubac/plugin-api';

import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

export const manifest = defineManifest({
  id: 'example',
  version: '1.0.0',
  apiVersion: 1,
  title: 'title',
  about: 'about',
  permissions: {
    'duty.read': { label: 'permission.dutyRead', grantTo: ['home-affairs-officer', 'home-affairs-head', 'agency-officer', 'agency-head', 'auditor'] },
    'duty.manage': { label: 'permission.dutyManage', grantTo: ['home-affairs-officer'] },
    'swap.ask': { label: 'permission.swapAsk', grantTo: ['home-affairs-officer', 'agency-officer'] },
    'swap.decide': { label: 'permission.swapDecide', grantTo: ['home-affairs-head'] },
  },
  pages: { duties: { title: 'page.duties', permission: 'duty.read', group: 'people' } },
  slots: { dutiesOfPerson: { at: 'person.sidebar', title: 'slot.dutiesOfPerson', permission: 'duty.read' } },
  words: { vi, en },
});

/** A word of this plugin. */
export type Word = keyof typeof vi;
