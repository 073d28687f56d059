import type { Catalogue } from '../../catalogue.ts';
import type { permissions as vi } from '../vi/permissions.ts';

export const permissions: Catalogue<typeof vi> = {
  'plan-read': 'see plans',
  'plan-draft-read': 'see drafts of plans',
  'plan-draft': 'draft plans',
  'plan-put-in-force': 'put plans in force',
  'progress-read': 'see how targets progress',
  'evidence-record': 'record evidence of targets',
  'unit-read': 'see units',
  'person-read': 'see files of officials',
  'person-edit': 'edit files of officials',
  'person-merge': 'confirm merges of duplicate records',
  'person-read-id-number': 'see personal identification numbers',
  'certificate-read': 'see certificates',
  'certificate-declare': 'declare certificates',
  'certificate-verify': 'verify certificates',
  'level-decide': 'confirm equivalent levels',
  'catalogue-read': 'see catalogues',
  'catalogue-edit': 'edit catalogues',
  'roster-import': 'import rosters',
  'roster-export': 'export rosters',
  'user-read': 'see users',
  'user-manage': 'manage users',
  'sign-in-manage': 'manage how to sign in',
  'audit-read': 'see the audit',
  'plugin-read': 'see plugins',
};
