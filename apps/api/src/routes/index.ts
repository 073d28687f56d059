import { accountRoutes } from './account.ts';
import { auditRoutes } from './audit.ts';
import { certificateRoutes } from './certificates.ts';
import { evidenceRoutes } from './evidence.ts';
import { linkRoutes } from './links.ts';
import { meRoutes } from './me.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { ownSessionRoutes } from './sessions.ts';
import { sessionRoutes, signInRoutes } from './sign-in.ts';
import { signInSettingsRoutes } from './sign-in-settings.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { tenantListRoutes } from './tenants.ts';
import { figureRoutes } from './figures.ts';
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
  signInSettingsRoutes,
  certificateRoutes,
  planRoutes,
  planDraftRoutes,
  ruleRoutes,
  figureRoutes,
];

/** Open to everybody: how one gets in. */
export const routesOfVisitors = [signInRoutes, linkRoutes, singleSignOnRoutes];

/** For who is signed in, also before he has passed his second factor. */
export const routesOfSessions = [sessionRoutes];

/** For who is signed in, about himself. */
export const routesOfAccounts = [accountRoutes, secondFactorRoutes, ownSessionRoutes, tenantListRoutes];
