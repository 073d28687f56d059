import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { plansQuery, progressQuery } from '../features/overview/queries.ts';
import { dayOr, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const OverviewPage = lazyRouteComponent(() => import('../features/overview/overview-page.tsx'), 'OverviewPage');

const Page = () => {
  const { tenant } = overviewRoute.useParams();
  const { me } = overviewRoute.useRouteContext();
  const { on, unit } = overviewRoute.useSearch();
  const navigate = overviewRoute.useNavigate();
  return (
    <OverviewPage
      tenant={tenant} me={me} on={on ?? me.today} unit={unit} onDay={(day) => void navigate({ search: (now) => ({ ...now, on: day }), resetScroll: false })}
      onUnit={(picked) => void navigate({ search: (now) => withoutEmpty({ ...now, unit: picked }), resetScroll: false })}
    />
  );
};

/** The overview of the plan: on which day, of which unit. */
export const overviewRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/',
  validateSearch: ({ on, unit }): { on?: string; unit?: string } => withoutEmpty({ on: dayOr(on), unit: textOr(unit) }),
  // The first address of a tenant: whoever sees no figures begins with what waits for him.
  beforeLoad: ({ context: { me }, params }) => {
    if (!me.permissions.includes('progress.read')) throw redirect({ to: '/t/$tenant/inbox', params, replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries, me }, params: { tenant }, deps: { on = me.today, unit } }) => {
    void queries.prefetchQuery(progressQuery({ tenant, on, unit }));
    void queries.prefetchQuery(plansQuery(tenant));
  },
  component: Object.assign(Page, { preload: () => OverviewPage.preload?.() }),
});
