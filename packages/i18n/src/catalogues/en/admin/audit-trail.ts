import type { Catalogue } from '../../../catalogue.ts';
import type { auditTrail as vi } from '../../vi/admin/audit-trail.ts';

export const auditTrail: Catalogue<typeof vi> = {
  title: 'Audit trail',
};
