import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';

/** A forgotten password: asks for a mail, or (with what stands after the # of its link) sets another one. */
export const passwordResetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  component: lazyRouteComponent(() => import('../features/access/password-link-page.tsx'), 'PasswordResetPage'),
});

/** Where the link of an invitation leads. */
export const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../features/access/password-link-page.tsx'), 'InvitationPage'),
});
