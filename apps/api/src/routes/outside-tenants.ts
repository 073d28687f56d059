import { accountRoutes } from './account.ts';
import { linkRoutes } from './links.ts';
import { secondFactorRoutes } from './second-factor.ts';
import { ownSessionRoutes } from './sessions.ts';
import { sessionRoutes, signInRoutes } from './sign-in.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { tenantListRoutes } from './tenants.ts';

/** Open to everybody: how one gets in. */
export const routesOfVisitors = [signInRoutes, linkRoutes, singleSignOnRoutes];

/** For who is signed in, also before he has passed his second factor. */
export const routesOfSessions = [sessionRoutes];

/** For who is signed in, about himself. */
export const routesOfAccounts = [accountRoutes, secondFactorRoutes, ownSessionRoutes, tenantListRoutes];
