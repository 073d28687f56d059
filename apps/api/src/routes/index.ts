import { auditRoutes } from './audit.ts';
import { certificateRoutes } from './certificates.ts';
import { evidenceRoutes } from './evidence.ts';
import { issuerRoutes } from './issuers.ts';
import { meRoutes } from './me.ts';
import { ruleRoutes } from './rules.ts';
import { settingsRoutes } from './settings.ts';
import { unitRoutes } from './units.ts';
import { userRoutes } from './users.ts';

/** The routes of a tenant, noun by noun. */
export const routesOfTenants = [
  meRoutes,
  unitRoutes,
  evidenceRoutes,
  auditRoutes,
  userRoutes,
  certificateRoutes,
  issuerRoutes,
  ruleRoutes,
  settingsRoutes,
];
