import { createRoute } from '@tanstack/react-router';
import { rolesQuery, statuses, type UsersFilter, userQuery, usersQuery } from '../features/administration/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** The users of a tenant. */
export const usersRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/users',
  validateSearch: ({ search, status, role }): UsersFilter => withoutEmpty({ search: textOr(search), status: oneOf(status, statuses), role: textOr(role) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => {
    void queries.prefetchInfiniteQuery(usersQuery(tenant, deps));
    void queries.prefetchQuery(rolesQuery(tenant));
  },
  component: lazyPage(['administration'], () => import('../features/administration/users-page.tsx'), 'UsersPage'),
});

/** Inviting somebody. */
export const inviteRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/users/invite',
  component: lazyPage(['administration'], () => import('../features/administration/invite-page.tsx'), 'InvitePage'),
});

/** One user. `invited`: the invitation was just sent. */
export const userRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/users/$user',
  validateSearch: ({ invited }): { invited?: true } => (invited === true ? { invited } : {}),
  loader: ({ context: { queries }, params: { tenant, user } }) => void queries.prefetchQuery(userQuery(tenant, user)),
  component: lazyPage(['administration', 'cases'], () => import('../features/administration/user-page.tsx'), 'UserPage'),
});

/** Giving a user one more role. */
export const giveRoleRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/users/$user/give',
  loader: ({ context: { queries }, params: { tenant, user } }) => void queries.prefetchQuery(userQuery(tenant, user)),
  component: lazyPage(['administration'], () => import('../features/administration/give-role-page.tsx'), 'GiveRolePage'),
});
