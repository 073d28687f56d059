import { defineManifest } from '@saubac/plugin-api';

import { en } from './words/en.ts';
import { vi } from './words/vi.ts';

export const manifest = defineManifest({
  id: 'ha-tinh',
  version: '1.1.0',
  apiVersion: 1,
  title: 'title',
  about: 'about',
  permissions: {
    'agreement.read': { label: 'permission.agreementRead', grantTo: ['foreign-affairs', 'home-affairs-officer', 'home-affairs-head', 'auditor'] },
    'agreement.manage': { label: 'permission.agreementManage', grantTo: ['foreign-affairs'] },
    'class.read': { label: 'permission.classRead', grantTo: ['foreign-affairs', 'home-affairs-officer', 'home-affairs-head', 'education', 'auditor'] },
    'class.manage': { label: 'permission.classManage', grantTo: ['foreign-affairs'] },
    'enrolment.read': { label: 'permission.enrolmentRead', grantTo: ['foreign-affairs', 'home-affairs-officer', 'home-affairs-head', 'auditor', 'agency-officer', 'agency-head', 'commune-officer'] },
    // Agencies answer for whom they send (plan, VI.6.b).
    'enrolment.propose': { label: 'permission.enrolmentPropose', grantTo: ['agency-officer', 'agency-head', 'commune-officer'] },
    'enrolment.consent': { label: 'permission.enrolmentConsent', grantTo: ['agency-officer', 'agency-head', 'commune-officer'] },
    'enrolment.decide': { label: 'permission.enrolmentDecide', grantTo: ['foreign-affairs'] },
    'duty.manage': { label: 'permission.dutyManage', grantTo: ['foreign-affairs'] },
    'completion.read': { label: 'permission.completionRead', grantTo: ['foreign-affairs', 'home-affairs-officer', 'home-affairs-head', 'education', 'auditor', 'agency-officer', 'agency-head', 'commune-officer'] },
    // Sở Giáo dục và Đào tạo confirms levels (plan, VI.2.a).
    'level.read': { label: 'permission.levelRead', grantTo: ['education', 'foreign-affairs'] },
    'level.confirm': { label: 'permission.levelConfirm', grantTo: ['education'] },
  },
  pages: {
    classes: { title: 'page.classes', permission: 'class.read' },
    enrolments: { title: 'page.enrolments', permission: 'enrolment.read' },
    agreements: { title: 'page.agreements', permission: 'agreement.read' },
    programmes: { title: 'page.programmes', permission: 'class.read' },
    duties: { title: 'page.duties', permission: 'class.read' },
    levels: { title: 'page.levels', permission: 'level.read' },
  },
  slots: { laoOfPerson: { at: 'person.sidebar', title: 'slot.laoOfPerson', permission: 'completion.read' } },
  words: { vi, en },
});
