import { createRoute, z } from '@hono/zod-openapi';
import { code, day, id, json, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';

const onDay = day.optional().openapi({ description: 'Today where it is not named.' });
const named = z.object({ code: z.string(), name: z.string() });

const unitOnDay = z
  .object({ id, code: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.int(), tier: z.string(), bodyKind: z.string(), field: z.string().nullable(), needsLanguage: z.boolean().nullable(), people: z.int(),
    reportsTo: z.string().nullable().openapi({ description: 'Code of the unit it reports to, where that is stated.' }), budgetsThrough: z.string().nullable().openapi({ description: 'Code of the unit it budgets through, where that is stated.' }) })
  .openapi('UnitOnDay');

const pickedUnit = z
  .object({
    id, code: z.string(), name: z.string(), parent: named.nullable(), depth: z.int(), tier: z.string(), bodyKind: z.string(),
    children: z.int().openapi({ description: 'Units directly below it.' }),
    people: z.int().openapi({ description: 'People with their main post in it.' }),
  })
  .openapi('PickedUnit');

const days = { from: shownDay, lastDay: shownDay.nullable().openapi({ description: 'Inclusive; null: no end.' }) };

const unit = z
  .object({
    id, code: z.string(), version: z.int(),
    versions: z.array(z.object({ ...days, name: z.string(), parent: named.nullable(), officialCode: z.string().nullable(), tier: z.string(), bodyKind: z.string(), field: z.string().nullable(), needsLanguage: z.boolean().nullable() })),
    lines: z.array(z.object({ ...days, line: z.string(), unit: named })),
    follows: z.array(z.object({ on: shownDay, kind: z.string(), unit: named })).openapi({ description: 'Units that it was made from.' }),
    followedBy: z.array(z.object({ on: shownDay, kind: z.string(), unit: named.nullable() })).openapi({ description: 'Units that came of it; null: none.' }),
    people: z.int().openapi({ description: 'People with their main post in it on the day.' }),
    peopleBelow: z.int().openapi({ description: 'The same, in it and in all below.' }),
  })
  .openapi('Unit');

/** The units of a day that the caller may see. */
export const listUnitsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/units',
  operationId: 'listUnits',
  tags: ['units'],
  summary: 'Units as they stand on a day, each with its own people, below the one that manages it',
  security: signedIn,
  'x-permission': 'unit.read',
  request: { params: tenantParams, query: z.object({ on: onDay, below: code.optional().openapi({ description: 'Only this unit and all below it.' }) }) },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(unitOnDay) }), 'The units'), ...refused() },
});

/** One unit over time. */
export const getUnitRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/units/{unit}',
  operationId: 'getUnit',
  tags: ['units'],
  summary: 'A unit with its versions, lines and successions, by code or id',
  security: signedIn,
  'x-permission': 'unit.read',
  request: { params: tenantParams.extend({ unit: code }), query: z.object({ on: onDay }) },
  responses: { 200: json(unit, 'The unit'), ...refused() },
});

/** Units to pick from. */
export const searchUnitsRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/unit-search',
  operationId: 'searchUnits',
  tags: ['units'],
  summary: 'Units to pick from, higher ones first',
  security: signedIn,
  'x-permission': 'unit.read',
  request: {
    params: tenantParams,
    query: pageQuery.extend({ on: onDay, search: z.string().max(200).optional().openapi({ description: 'Parts of a name, accents do not matter; or the beginning of a code.' }), below: code.optional() }),
  },
  responses: { 200: json(pageOf(pickedUnit), 'A page of units'), ...refused() },
});

/** The tree of units, level by level. */
export const unitTreeRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/unit-tree',
  operationId: 'unitTree',
  tags: ['units'],
  summary: 'The units directly below one, or the highest that the caller may see',
  security: signedIn,
  'x-permission': 'unit.read',
  request: { params: tenantParams, query: pageQuery.extend({ on: onDay, parent: code.optional().openapi({ description: 'Absent: the highest units.' }) }) },
  responses: { 200: json(pageOf(pickedUnit), 'A page of units'), ...refused() },
});

const count = z.int();

/** The days on which units changed. */
export const unitDaysRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/unit-days',
  operationId: 'unitDays',
  tags: ['units'],
  summary: 'The days on which units changed, also those to come, in their order; of the units that the caller sees today',
  security: signedIn,
  'x-permission': 'unit.read',
  request: { params: tenantParams },
  responses: {
    200: json(z.object({ items: z.array(z.object({ on: shownDay, began: count, ended: count.openapi({ description: 'Units that stand no more from this day on.' }), changed: count }).openapi('UnitDay')) }), 'The days'),
    ...refused(),
  },
});
