import { createRoute, z } from '@hono/zod-openapi';
import { idempotencyKey, ifMatch, json, jsonBody, refused, signedIn, tenantParams, thingParams } from '../frame/index.ts';
import { newEnd, removal, withEffect } from './parts.ts';

type Names = { one: string; many: string; inWords: string };

/** The list of dated rows. */
export const listRowsRoute = <Path extends string, Row extends z.ZodType>(path: Path, row: Row, { many, inWords }: Names) =>
  createRoute({
    method: 'get',
    path,
    operationId: `list${many}`,
    tags: ['catalogues'],
    summary: `All ${inWords}, past and to come, latest first`,
    security: signedIn,
    'x-permission': 'catalogue.read',
    request: { params: tenantParams },
    responses: { 200: json(z.object({ items: z.array(row) }), 'The rows'), ...refused() },
  });

/** Adds a dated row to the list at a path of the tenant. */
export const addRowRoute = <Path extends string, Row extends z.ZodType, Body extends z.ZodType>(path: Path, row: Row, body: Body, { one, inWords }: Names) =>
  createRoute({
    method: 'post',
    path,
    operationId: `add${one}`,
    tags: ['catalogues'],
    summary: `Add to the ${inWords}; days gone change only as a correction, with a reason`,
    security: signedIn,
    'x-permission': 'catalogue.edit',
    request: { params: tenantParams, headers: idempotencyKey, ...jsonBody(body, 'The row, and how it is meant') },
    responses: { 201: json(withEffect(row), 'Added'), 200: json(withEffect(row), 'What adding it would do'), ...refused(409, 422) },
  });

/** Changes until when a row holds. */
export const endRowRoute = <Path extends string, Row extends z.ZodType>(path: Path, row: Row, { one, inWords }: Names) =>
  createRoute({
    method: 'patch',
    path,
    operationId: `end${one}`,
    tags: ['catalogues'],
    summary: `Change the last day of one of the ${inWords}`,
    security: signedIn,
    'x-permission': 'catalogue.edit',
    request: { params: thingParams, headers: ifMatch, ...jsonBody(newEnd, 'The last day, and how it is meant') },
    responses: { 200: json(withEffect(row), 'Changed, or what changing it would do'), ...refused(409, 422, 428) },
  });

/** Takes a row away as if it had never been. */
export const removeRowRoute = <Path extends string, Row extends z.ZodType>(path: Path, row: Row, { one, inWords }: Names) =>
  createRoute({
    method: 'post',
    path,
    operationId: `remove${one}`,
    tags: ['catalogues'],
    summary: `Take away one of the ${inWords}: one that is still to begin, or as a correction one that was wrong`,
    security: signedIn,
    'x-permission': 'catalogue.edit',
    request: { params: thingParams, headers: ifMatch, ...jsonBody(removal, 'How it is meant') },
    responses: { 200: json(withEffect(row), 'The row that was taken away, or what taking it away would do'), ...refused(409, 422, 428) },
  });
