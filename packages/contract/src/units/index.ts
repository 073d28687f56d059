import { createRoute, z } from '@hono/zod-openapi';
import { code, day, json, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';

const unitOnDay = z
  .object({ code: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.int(), tier: z.string(), bodyKind: z.string(), field: z.string().nullable(), needsLanguage: z.boolean().nullable(), people: z.int() })
  .openapi('UnitOnDay');

/** The units of a day that the caller may see. */
export const listUnitsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/units',
  operationId: 'listUnits',
  tags: ['units'],
  summary: 'Units as they stand on a day, each with its own people, below the one that manages it',
  security: signedIn,
  'x-permission': 'unit.read',
  request: { params: tenantParams, query: z.object({ on: day.optional(), below: code.optional().openapi({ description: 'Only this unit and all below it.' }) }) },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(unitOnDay) }), 'The units'), ...refused() },
});
