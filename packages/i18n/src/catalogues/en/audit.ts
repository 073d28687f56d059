import type { Catalogue } from '../../catalogue.ts';
import type { audit as vi } from '../vi/audit.ts';

export const audit: Catalogue<typeof vi> = {
  'read-file': 'File',
  'read-certificates': 'List of certificates',
  'read-certificate': 'Certificate',
  'read-document': 'Scan of a document',
  'read-level': 'Explanation of the level',
  'read-explanation': 'Explanation of a target',
  'read-history': 'History of changes',
  'subject-person': 'Person',
  'subject-certificate': 'Certificate',
  'subject-unit': 'Unit',
  'subject-post': 'Post',
  'subject-plan-version': 'Plan version',
  'subject-target-evidence': 'Evidence',
  'subject-roster-batch': 'Import of a roster',
  'subject-settings': 'Settings',
  'subject-levels': 'Levels of certificates',
  'subject-plugin': 'Plugin',
  'operator-at-command-line': 'Operator of the installation (command line)',
  'subject-grant': 'Role given',
  'subject-import': 'Import of a roster',
  'subject-plan-draft': 'Plan draft',
  'subject-remembered-name': 'Remembered name',
  'subject-export': 'Export',
  'subject-issuer': 'Issuer',
};
