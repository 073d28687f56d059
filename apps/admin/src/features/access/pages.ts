import type { PlainAdminKey } from '@saubac/i18n/admin';

/**
 * A page of the navigation: where, what it is called, in which group, and which permissions open it (one of them is enough).
 * `plugin-reports`: whoever may read a section that a plugin brings; `anybody`: work of plugins may wait for whoever belongs to the tenant.
 */
type Page = { to: `/t/$tenant${string}`; label: PlainAdminKey & `shell.${string}`; group?: PlainAdminKey & `shell.${string}`; needs: readonly string[] | 'plugin-reports' | 'anybody' };

/** The pages of a tenant, in the order in which they are shown; a group stands together. */
export const pages: readonly Page[] = [
  { to: '/t/$tenant/inbox', label: 'shell.inbox', needs: 'anybody' },
  { to: '/t/$tenant', label: 'shell.overview', needs: ['progress.read'] },

  { to: '/t/$tenant/plan', label: 'shell.plan', group: 'shell.groupPlan', needs: ['plan.read'] },
  { to: '/t/$tenant/tasks', label: 'shell.tasks', group: 'shell.groupPlan', needs: ['task.read'] },
  { to: '/t/$tenant/obstacles', label: 'shell.obstacles', group: 'shell.groupPlan', needs: ['obstacle.read'] },
  { to: '/t/$tenant/closes', label: 'shell.closes', group: 'shell.groupPlan', needs: ['close.read'] },
  { to: '/t/$tenant/plugin-reports', label: 'shell.pluginReports', group: 'shell.groupPlan', needs: 'plugin-reports' },

  { to: '/t/$tenant/people', label: 'shell.people', group: 'shell.groupPeople', needs: ['person.read'] },
  { to: '/t/$tenant/imports', label: 'shell.imports', group: 'shell.groupPeople', needs: ['roster.import'] },
  { to: '/t/$tenant/units', label: 'shell.units', group: 'shell.groupPeople', needs: ['unit.read'] },
  { to: '/t/$tenant/duplicates', label: 'shell.duplicates', group: 'shell.groupPeople', needs: ['person.read'] },

  { to: '/t/$tenant/certificates', label: 'shell.certificates', group: 'shell.groupCertificates', needs: ['certificate.read'] },
  { to: '/t/$tenant/verification', label: 'shell.verification', group: 'shell.groupCertificates', needs: ['certificate.verify'] },
  { to: '/t/$tenant/issuers', label: 'shell.issuers', group: 'shell.groupCertificates', needs: ['catalogue.read'] },
  { to: '/t/$tenant/equivalence', label: 'shell.equivalence', group: 'shell.groupCertificates', needs: ['catalogue.read'] },
  { to: '/t/$tenant/standards', label: 'shell.standards', group: 'shell.groupCertificates', needs: ['person.read'] },

  { to: '/t/$tenant/users', label: 'shell.users', group: 'shell.groupAdministration', needs: ['user.read'] },
  { to: '/t/$tenant/roles', label: 'shell.rolesPage', group: 'shell.groupAdministration', needs: ['user.read'] },
  { to: '/t/$tenant/plugins', label: 'shell.plugins', group: 'shell.groupAdministration', needs: ['plugin.read'] },
  { to: '/t/$tenant/settings', label: 'shell.settings', group: 'shell.groupAdministration', needs: ['sign-in.manage', 'catalogue.edit'] },
  { to: '/t/$tenant/audit', label: 'shell.auditTrail', group: 'shell.groupAdministration', needs: ['audit.read'] },
];

/** What the groups are called that pages of plugins may stand in. */
export const groupWords = { plan: 'shell.groupPlan', people: 'shell.groupPeople', certificates: 'shell.groupCertificates', administration: 'shell.groupAdministration' } as const;
