import { assignmentRoutes } from './assignments.ts';
import { auditRoutes } from './audit.ts';
import { bulkMoveRoutes } from './case-moves.ts';
import { caseRoutes } from './cases.ts';
import { certificateRoutes } from './certificates.ts';
import { closeRoutes } from './closes.ts';
import { dutyRoutes } from './duties.ts';
import { coverRoutes } from './covers.ts';
import { equivalenceRoutes } from './equivalence.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { figureRoutes } from './figures.ts';
import { fileRoutes } from './files.ts';
import { importDeskRoutes } from './import-desk.ts';
import { importLayoutRoutes } from './import-layouts.ts';
import { importRoutes } from './imports.ts';
import { issuerRoutes } from './issuers.ts';
import { levelRuleRoutes } from './level-rules.ts';
import { meRoutes } from './me.ts';
import { noticeRoutes } from './notices.ts';
import { obstacleRoutes } from './obstacles.ts';
import { peopleRoutes } from './people.ts';
import { planDraftRoutes } from './plan-drafts.ts';
import { planRoutes } from './plans.ts';
import { pluginRoutes } from './plugins.ts';
import { postRoutes } from './posts.ts';
import { referenceRoutes } from './reference.ts';
import { rememberedNameRoutes } from './remembered-names.ts';
import { ruleRoutes } from './rules.ts';
import { settingsRoutes } from './settings.ts';
import { signInSettingsRoutes } from './sign-in-settings.ts';
import { standardRoutes } from './standards.ts';
import { twinRoutes } from './twins.ts';
import { unitChangeRoutes } from './unit-changes.ts';
import { unitRoutes } from './units.ts';
import { userRoutes } from './users.ts';

/** The routes of a tenant, noun by noun. */
export const routesOfTenants = [
  meRoutes,
  caseRoutes,
  bulkMoveRoutes,
  coverRoutes,
  noticeRoutes,
  unitRoutes,
  unitChangeRoutes,
  evidenceRoutes,
  auditRoutes,
  userRoutes,
  signInSettingsRoutes,
  certificateRoutes,
  issuerRoutes,
  levelRuleRoutes,
  settingsRoutes,
  equivalenceRoutes,
  assignmentRoutes,
  peopleRoutes,
  twinRoutes,
  postRoutes,
  referenceRoutes,
  standardRoutes,
  planRoutes,
  planDraftRoutes,
  ruleRoutes,
  figureRoutes,
  closeRoutes,
  importRoutes,
  importDeskRoutes,
  importLayoutRoutes,
  rememberedNameRoutes,
  importLayoutRoutes,
  exportRoutes,
  fileRoutes,
  dutyRoutes,
  obstacleRoutes,
  pluginRoutes,
];
