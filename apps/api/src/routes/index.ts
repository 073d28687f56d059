import { auditRoutes } from './audit.ts';
import { certificateRoutes } from './certificates.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';
import { fileRoutes } from './files.ts';
import { importRoutes } from './imports.ts';
import { meRoutes } from './me.ts';
import { planDraftRoutes } from './plan-drafts.ts';
import { planRoutes } from './plans.ts';
import { ruleRoutes } from './rules.ts';
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
  planRoutes,
  planDraftRoutes,
  ruleRoutes,
  figureRoutes,
  importRoutes,
  exportRoutes,
  fileRoutes,
];
