import { signInRequirement } from '@saubac/auth/second-factor';
import { tenantParams } from '@saubac/contract/frame';
import { createCtx, dayInVietnam } from '@saubac/services/context';
import { createMiddleware } from 'hono/factory';
import { refuse } from '../answers/index.ts';
import type { TenantEnv } from '../env.ts';

/**
 * Opens the tenant of the address for who is signed in: its database, what he may do there today, and its plugins. A tenant that does not
 * exist and one he does not belong to are answered alike; one that is archived says so to those who belong to it.
 */
export const tenantDoor = createMiddleware<TenantEnv>(async (c, next) => {
  const { visitor, installation } = c.var;
  const slug = c.req.param('tenant') ?? '';
  // What can be no short name is not looked for: the door stands before the check of the route's form.
  const tenant = tenantParams.shape.tenant.safeParse(slug).success ? await installation.tenant(slug) : undefined;
  if (!tenant || !visitor.doors.some((it) => it.tenant === tenant.id)) return refuse(c, { kind: 'unknown-tenant', slug });
  if (tenant.status !== 'active') return refuse(c, { kind: 'tenant-archived' });
  if (signInRequirement(visitor, tenant.id) !== 'nothing') return refuse(c, { kind: 'second-factor-needed' });
  const handle = await installation.openTenant(tenant);
  try {
    const today = dayInVietnam(installation.now());
    const [access, registry] = await Promise.all([installation.accessOf(handle, visitor.user, today), installation.registryOf(handle, today)]);
    c.set('tenant', tenant);
    c.set(
      'ctx',
      createCtx({
        tenant: { id: tenant.id, slug: tenant.slug },
        db: handle.db,
        actor: { id: visitor.user, label: visitor.displayName },
        access,
        registry,
        today,
        now: installation.now,
        reads: installation.reads,
        figures: installation.figures,
        signal: c.req.raw.signal,
      }),
    );
    return await next();
  } finally {
    handle.release();
  }
});
