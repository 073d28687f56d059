import { createRoute, z } from '@hono/zod-openapi';
import { id, json, localText, pageOf, pageQuery, refused, shownDay, signedIn, tenantParams } from '../frame/index.ts';
import { figures, personBehind, planProgress, questionQuery, targetExplanation, targetParams } from './parts.ts';

/** How every target stands. */
export const progressRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/progress',
  operationId: 'progress',
  tags: ['figures'],
  summary: 'How every target of the plans in force stands on a day, for the tenant or one unit with all below it',
  security: signedIn,
  'x-permission': 'progress.read',
  request: { params: tenantParams, query: questionQuery },
  responses: { 200: json(z.object({ on: shownDay, items: z.array(planProgress) }), 'The targets in the order of their plans'), ...refused() },
});

/** Which people: `out` are those who are there and do not count. */
export const peopleGroup = z.enum(['cohort', 'reached', 'missing', 'focus', 'out']);
/** Names by the beginnings of their words. */
export const nameSearch = z.string().max(200).openapi({ description: 'Beginnings of the words of a name in any order; accents do not matter.' });

/** The people behind a figure. */
export const peopleBehindRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/targets/{target}/people',
  operationId: 'peopleBehindTarget',
  tags: ['figures'],
  summary: 'The people behind a figure of a target in Vietnamese name order, each with the reason; or those who do not count for it',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: targetParams, query: pageQuery.extend(questionQuery.shape).extend({ group: peopleGroup.default('cohort'), search: nameSearch.optional() }) },
  responses: { 200: json(pageOf(personBehind.extend({ reached: z.boolean() }).openapi('PersonBehind')), 'A page of people'), ...refused(422) },
});

const unitRow = z.object({ code: z.string(), name: z.string(), hasUnits: z.boolean().openapi({ description: 'It can be asked about in its turn.' }), progress: figures.openapi('UnitFigures') });

/** A target unit by unit. */
export const progressByUnitRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/targets/{target}/units',
  operationId: 'targetByUnit',
  tags: ['figures'],
  summary: 'How a target stands in each unit directly below one, with everybody below it; heads add up, heads missing do not',
  security: signedIn,
  'x-permission': 'progress.read',
  request: {
    params: targetParams,
    query: questionQuery.extend({ units: z.enum(['then', 'now']).default('then').openapi({ description: '`then`: the units as they were on the day. `now`: the same people, under the units of today that followed theirs.' }), order: z.enum(['unit', 'name', 'percent', 'missing', 'denominator']).default('unit').openapi({ description: 'Percent from the lowest up; missing and denominator from the greatest down.' }) }),
  },
  responses: {
    200: json(
      z
        .object({
          on: shownDay,
          plan: z.string(),
          planVersion: z.int(),
          target: z.string(),
          title: localText,
          unit: z.object({ code: z.string(), name: z.string() }).nullable(),
          total: figures,
          own: figures.nullable().openapi({ description: 'People whose post is in the asked unit itself.' }),
          units: z.array(unitRow),
          unplaced: z
            .object({ split: figures.openapi({ description: 'Their unit was split, and they are in no part of it.' }), ended: figures.openapi({ description: 'Nothing followed their unit.' }) })
            .nullable()
            .openapi({ description: 'With `units=now` and no unit: those whom no unit of today can be named for.' }),
        })
        .openapi('TargetByUnit'),
      'The table',
    ),
    ...refused(422),
  },
});

/** Why somebody counts. */
export const explainRoute = createRoute({
  method: 'get',
  path: '/api/t/{tenant}/targets/{target}/people/{person}/explanation',
  operationId: 'explainPerson',
  tags: ['figures'],
  summary: 'Why somebody counts or does not count for a target: every rule with the values that decided it, and its clause',
  security: signedIn,
  'x-permission': 'person.read',
  request: { params: targetParams.extend({ person: id }), query: questionQuery.omit({ unit: true }) },
  responses: { 200: json(targetExplanation, 'The explanation'), ...refused(422) },
});
