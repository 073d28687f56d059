import { listEvidenceRoute, recordEvidenceRoute } from '@saubac/contract/evidence';
import { listEvidence, recordEvidence } from '@saubac/services/plans';
import { once, refuse } from '../answers/index.ts';
import { tenantRoutes } from './frame.ts';

export const evidenceRoutes = tenantRoutes((app) => {
  app.openapi(listEvidenceRoute, async (c) => {
    const listed = await listEvidence(c.var.ctx);
    return listed.ok ? c.answer({ items: listed.value }, 200) : refuse(c, listed.failure);
  });
  app.openapi(recordEvidenceRoute, async (c) => {
    const input = c.req.valid('json');
    const recorded = await once(c, input, (ctx) => recordEvidence(ctx, input));
    if (!recorded.ok) return refuse(c, recorded.failure);
    const { plan, evidence, unchanged } = recorded.value;
    return c.answer({ plan, ...evidence }, unchanged ? 200 : 201);
  });
});
