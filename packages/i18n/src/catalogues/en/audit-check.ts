import type { Catalogue } from '../../catalogue.ts';
import type { auditCheck as vi } from '../vi/audit-check.ts';

export const auditCheck: Catalogue<typeof vi> = {
  about: 'the audit of changes',
  verifyAbout: 'check the audit chain of a tenant and compare it with its anchors',
  whole: 'The audit of {{slug}} is whole: {{entries, number}} entries, {{erased, number}} of them erased, in agreement with {{anchors, number}} anchors.',
  gap: 'Entry {{position, number}}: entries before it are missing or were put in another order.',
  'entry-changed': 'Entry {{position, number}}: what the entry says was changed.',
  'payload-changed': 'Entry {{position, number}}: what was before and after the write was changed.',
  'head-changed': 'The head does not stand on the last entry ({{position, number}}).',
  'cut-short': 'Entry {{position, number}} was once there and is gone: the end of the audit was cut off.',
  rewritten: 'Entry {{position, number}} is not the one that was anchored: the audit was written anew.',
};
