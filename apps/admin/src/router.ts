import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { accountRoute } from './routes/account.tsx';
import { importRoute } from './routes/import.tsx';
import { importsRoute } from './routes/imports.tsx';
import { certificateRoute, certificatesRoute, editCertificateRoute, newCertificateRoute, verificationRoute } from './routes/certificates.tsx';
import { auditEntryRoute, auditRoute, readingsRoute } from './routes/audit-trail.tsx';
import { equivalenceRoute, issuersRoute, standardsRoute, tryRoute } from './routes/equivalence.tsx';
import { invitationRoute, passwordResetRoute } from './routes/links.tsx';
import { closeRoute, closesRoute, closeTargetRoute, compareClosesRoute, newCloseRoute } from './routes/closes.tsx';
import { duplicatesRoute, mergeRoute, pairRoute } from './routes/duplicates.tsx';
import { caseRoute, inboxRoute, noticesRoute } from './routes/inbox.tsx';
import { obstacleRoute, obstaclesRoute, raiseObstacleRoute } from './routes/obstacles.tsx';
import { overviewRoute } from './routes/overview.tsx';
import { peopleRoute } from './routes/people.tsx';
import { personRoute } from './routes/person.tsx';
import { planCompareRoute, planDraftRoute, planRoute, planVersionRoute } from './routes/plan.tsx';
import { pluginPageRoute } from './routes/plugin-page.tsx';
import { pluginReportsRoute } from './routes/plugin-reports.tsx';
import { pluginRoute, pluginsRoute } from './routes/plugins.tsx';
import { rolesRoute } from './routes/roles.tsx';
import { rootRoute } from './routes/root.tsx';
import { settingsRoute } from './routes/settings.tsx';
import { signInRoute } from './routes/sign-in.tsx';
import { startRoute } from './routes/start.tsx';
import { targetRoute } from './routes/target.tsx';
import { bodiesRoute, taskRoute, tasksRoute } from './routes/tasks.tsx';
import { tenantRoute } from './routes/tenant.tsx';
import { tenantsRoute } from './routes/tenants.tsx';
import { newUnitChangeRoute, unitChangeRoute, unitChangesRoute, uploadUnitChangeRoute } from './routes/unit-changes.tsx';
import { unitRoute, unitsRoute } from './routes/units.tsx';
import { giveRoleRoute, inviteRoute, userRoute, usersRoute } from './routes/users.tsx';

const routeTree = rootRoute.addChildren([
  startRoute, signInRoute, passwordResetRoute, invitationRoute, tenantsRoute, accountRoute,
  tenantRoute.addChildren([
    inboxRoute, caseRoute, noticesRoute,
    tasksRoute, bodiesRoute, taskRoute,
    obstaclesRoute, raiseObstacleRoute, obstacleRoute,
    overviewRoute,
    targetRoute,
    peopleRoute,
    personRoute,
    closesRoute, newCloseRoute, closeRoute, closeTargetRoute, compareClosesRoute,
    duplicatesRoute, pairRoute, mergeRoute,
    importsRoute,
    importRoute,
    planRoute, planVersionRoute, planDraftRoute, planCompareRoute,
    unitsRoute,
    unitRoute,
    unitChangesRoute,
    newUnitChangeRoute,
    uploadUnitChangeRoute,
    unitChangeRoute,
    certificatesRoute,
    newCertificateRoute,
    certificateRoute,
    editCertificateRoute,
    verificationRoute,
    usersRoute,
    inviteRoute,
    userRoute,
    giveRoleRoute,
    rolesRoute,
    pluginsRoute, pluginRoute, pluginReportsRoute, pluginPageRoute,
    settingsRoute,
    auditRoute,
    auditEntryRoute,
    readingsRoute,
    issuersRoute,
    equivalenceRoute,
    tryRoute,
    standardsRoute,
  ]),
]);

/** The screens by their addresses. */
export const createProductRouter = (queries: QueryClient) =>
  createRouter({ routeTree, context: { queries }, defaultPreload: 'intent', defaultPreloadStaleTime: 0, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createProductRouter>;
  }
}
