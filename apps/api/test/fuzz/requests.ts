import fc from 'fast-check';
import type { Schemas } from '../wall/sample-request.ts';
import type { Parameter, WallRoute } from '../wall/routes.ts';
import { fieldOf, oddText, oddValue, type Pool, valueOf } from './values.ts';

/** A request as it is sent. */
export type FuzzRequest = { method: string; path: string; headers: Record<string, string>; body?: string | FormData | Uint8Array<ArrayBuffer> };

/** The parts of a request, before it is put together; `query` may name one thing twice. */
type Parts = {
  path: Readonly<Record<string, string>>;
  query: readonly (readonly [string, string])[];
  headers: Readonly<Record<string, string>>;
  body: { readonly type: string; readonly value: unknown } | undefined;
  raw?: { readonly type: string | undefined; readonly text: string };
};

/** What is known of the tenant: things by the noun of their address, and what any value may hit upon. */
export type Known = Pool & { things: Readonly<Record<string, readonly string[]>> };

const inPath = (path: string, { name, schema }: Parameter, schemas: Schemas, known: Known): fc.Arbitrary<string> => {
  const parts = path.split('/');
  const things = known.things[parts[parts.indexOf(`{${name}}`) - 1] ?? ''] ?? known.things[name];
  const any = valueOf(schema, schemas, known).map(String);
  return things && things.length > 0 ? fc.oneof({ arbitrary: fc.constantFrom(...things), weight: 5 }, { arbitrary: any, weight: 1 }) : any;
};

const headerOf = ({ name, schema }: Parameter, schemas: Schemas, known: Known): fc.Arbitrary<string> =>
  name.toLowerCase() === 'if-match' ? fc.constantFrom('"1"', '"1"', '"1"', '"2"', '"3"', 'W/"1"', '"999999999"') : (name.toLowerCase() === 'idempotency-key' ? fc.uuid() : valueOf(schema, schemas, known)).map((it) => String(it).replaceAll(/[^\x21-\x7e]/g, 'x'));

const asTexts = (values: Record<string, unknown>): [string, string][] => Object.entries(values).flatMap(([name, value]) => (Array.isArray(value) ? value.map((it): [string, string] => [name, String(it)]) : [[name, String(value)] as [string, string]]));

const recordOf = <T>(parameters: readonly Parameter[], of: (it: Parameter) => fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.record(Object.fromEntries(parameters.map((it) => [it.name, of(it)])), { requiredKeys: parameters.filter((it) => it.required).map((it) => it.name) } as never) as fc.Arbitrary<Record<string, T>>;

/** Requests in form, as far as the contract says it. */
const inForm = ({ path, operation }: WallRoute, schemas: Schemas, known: Known): fc.Arbitrary<Parts> => {
  const parameters = operation.parameters ?? [];
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  return fc.record({
    path: recordOf(parameters.filter((it) => it.in === 'path'), (it) => (it.name === 'tenant' ? fc.constant('alpha') : inPath(path, it, schemas, known))),
    query: recordOf(parameters.filter((it) => it.in === 'query' && it.name !== 'after'), (it) => fieldOf(it.name, it.schema, schemas, known)).map(asTexts),
    headers: recordOf(parameters.filter((it) => it.in === 'header'), (it) => headerOf(it, schemas, known)),
    body: type === undefined || !content ? fc.constant(undefined) : valueOf(content.schema, schemas, known).map((value) => ({ type, value })),
  });
};

const pathsIn = (value: unknown, path: readonly (string | number)[] = []): (string | number)[][] => {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))];
};

const replaced = (value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown => {
  if (first === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  if (rest.length === 0 && by === undefined) delete copy[first];
  else copy[first] = replaced(copy[first], rest, by);
  return copy;
};

const cursors = fc.oneof(
  fc.constantFrom('x', '!!', 'bnVsbA', 'W10', 'e30'),
  oddValue.map((it) => Buffer.from(JSON.stringify(it) ?? '').toString('base64url')),
  fc.record({ at: oddValue, position: oddValue, id: fc.oneof(fc.uuid(), oddValue), detail: oddValue, nameSort: oddValue, code: oddValue }, { requiredKeys: [] }).map((it) => Buffer.from(JSON.stringify(it)).toString('base64url')),
);

type Spoil = (parts: Parts) => fc.Arbitrary<Parts>;

const spoilBody: Spoil = (parts) => {
  const { body } = parts;
  if (!body) return fc.constantFrom('{', '{}', '[').map((text) => ({ ...parts, raw: { type: 'application/json', text } }));
  return fc.oneof(
    fc.tuple(fc.constantFrom(...pathsIn(body.value)), fc.oneof({ arbitrary: oddValue, weight: 4 }, { arbitrary: fc.constant(undefined), weight: 1 })).map(([at, by]) => ({ ...parts, body: { ...body, value: replaced(body.value, at, by) } })),
    fc.tuple(oddText, oddValue).map(([name, by]) => ({ ...parts, body: { ...body, value: { ...(body.value as object), [name]: by } } })),
    fc.constantFrom('', '{', '{"a":1', 'null', '[]', '"x"', '\uFEFF{}', '{"__proto__":{"x":1}}', '[1,2', '1e999', '['.repeat(5_000)).map((text) => ({ ...parts, raw: { type: body.type, text } })),
    fc.constantFrom('text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=latin1', 'nonsense', undefined).map((type) => ({ ...parts, raw: { type, text: JSON.stringify(body.value) ?? '' } })),
  );
};

const spoilQuery = (names: readonly string[]): Spoil => (parts) =>
  fc.oneof(
    fc.tuple(fc.oneof(fc.constantFrom('after', 'limit', 'on', ...names), oddText), oddText).map(([name, value]) => ({ ...parts, query: [...parts.query, [name, value] as const] })),
    cursors.map((value) => ({ ...parts, query: [...parts.query, ['after', value] as const] })),
    fc.constant({ ...parts, query: [...parts.query, ...parts.query] }),
  );

const spoilPath: Spoil = (parts) =>
  fc.tuple(fc.constantFrom(...Object.keys(parts.path), ''), oddText).map(([name, value]) => (name === '' ? parts : { ...parts, path: { ...parts.path, [name]: value.slice(0, 2_000) || 'x' } }));

const spoilHeaders: Spoil = (parts) =>
  fc
    .tuple(fc.constantFrom('if-match', 'if-none-match', 'idempotency-key', 'accept', 'accept-language', 'accept-encoding', 'x-request-id', 'cookie', 'range', 'x-forwarded-for', 'content-length'), fc.oneof(fc.constantFrom('*', '""', '"-1"', '"99999999999999999999"', 'W/', ';;;', 'x', '0', 'saubac=x'), fc.string({ maxLength: 20 })))
    .map(([name, value]) => ({ ...parts, headers: { ...parts.headers, [name]: value.replaceAll(/[^\x20-\x7e]/g, 'x').trim() } }));

const formOf = (value: unknown): FormData => {
  const form = new FormData();
  for (const [name, it] of Object.entries((value ?? {}) as object)) form.append(name, typeof it === 'string' && it.length > 20 ? new Blob([it], { type: 'text/csv' }) : typeof it === 'string' ? it : JSON.stringify(it));
  return form;
};

const wellFormed = (text: string): string => encodeURIComponent(text.toWellFormed());

const bodyOf = ({ body, raw }: Parts): { body?: FuzzRequest['body']; type?: string } => {
  if (raw) return { body: raw.text, ...(raw.type === undefined ? {} : { type: raw.type }) };
  if (!body) return {};
  if (body.type === 'multipart/form-data') return { body: formOf(body.value) };
  if (body.type.includes('json')) return { body: JSON.stringify(body.value) ?? '', type: body.type };
  return { body: new Uint8Array(Buffer.from(String(body.value))), type: body.type };
};

const putTogether = (route: WallRoute, parts: Parts): FuzzRequest => {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => wellFormed(parts.path[name] ?? 'x'));
  const query = parts.query.map(([name, value]) => `${wellFormed(name)}=${wellFormed(value)}`).join('&');
  const { body, type } = bodyOf(parts);
  const sent = body === undefined || route.method === 'GET' ? {} : { body };
  return { method: route.method, path: query === '' ? path : `${path}?${query}`, headers: { ...parts.headers, ...(type === undefined ? {} : { 'content-type': type }) }, ...sent };
};

/** Requests in form, and requests that something is wrong with. */
export const requestsTo = (route: WallRoute, schemas: Schemas, known: Known): { inForm: fc.Arbitrary<FuzzRequest>; spoilt: fc.Arbitrary<FuzzRequest> } => {
  const good = inForm(route, schemas, known);
  const names = (route.operation.parameters ?? []).filter((it) => it.in === 'query').map((it) => it.name);
  const spoils = [spoilQuery(names), spoilPath, spoilHeaders, ...(route.operation.requestBody ? [spoilBody, spoilBody, spoilBody] : [])];
  return {
    inForm: good.map((parts) => putTogether(route, parts)),
    spoilt: fc.tuple(good, fc.constantFrom(...spoils)).chain(([parts, spoil]) => spoil(parts)).map((parts) => putTogether(route, parts)),
  };
};
