import { meRoute } from '@saubac/contract/me';
import { unitsById } from '@saubac/db/units';
import { permissions, permitted, type HeldRole } from '@saubac/domain/access';
import { myPlugins } from '@saubac/plugin-host';
import { rootsOn, type UnitId } from '@saubac/domain/values';
import { tenantRoutes } from './frame.ts';

export const meRoutes = tenantRoutes((app) => {
  app.openapi(meRoute, async (c) => {
    const { ctx, tenant, visitor } = c.var;
    const rootsOf = ({ scope }: HeldRole): readonly UnitId[] => rootsOn(scope, ctx.today);
    const held = ctx.access.kind === 'granted' ? ctx.access.held : [];
    const units = await unitsById(ctx.db, held.flatMap(rootsOf), ctx.today);
    const shown = (it: HeldRole) => ({
      role: it.role,
      scope: it.scope.kind === 'everything' ? ({ kind: 'everything' } as const) : { kind: 'subtrees' as const, units: rootsOf(it).flatMap((root) => units.get(root) ?? []) },
    });
    return c.answer(
      {
        tenant: { slug: tenant.slug, name: tenant.name, kind: tenant.kind },
        user: { id: visitor.user, name: visitor.displayName, email: visitor.email, locale: visitor.locale },
        roles: held.map(shown),
        permissions: permissions.filter((it) => permitted(ctx.access, it).ok),
        plugins: myPlugins(ctx),
        today: ctx.today,
      },
      200,
    );
  });
});
