import type { Operation, Parameter, WallRoute } from './routes.ts';

/** As much of a JSON schema as our contract uses. */
export type Schema = {
  $ref?: string; type?: string | string[]; format?: string; enum?: unknown[]; const?: unknown; default?: unknown; example?: unknown; pattern?: string; minLength?: number; minimum?: number; minItems?: number;
  properties?: Record<string, Schema>; required?: string[]; items?: Schema; anyOf?: Schema[]; oneOf?: Schema[]; allOf?: Schema[];
};
export type Schemas = Record<string, Schema>;

/** What a request is about: the things of the tenant by the noun of their address, and any other id. */
export type Things = Readonly<Record<string, string>> & { id: string };
export type SampleRequest = { path: string; body?: unknown; headers: Record<string, string> };

const texts = ['x', 'xx', '2025', 'vi', '"1"', '0:0', 'a-1', 'xxxxxxxx'];

const textOf = ({ format, pattern, minLength = 0 }: Schema, things: Things): string => {
  if (format === 'date') return '2025-01-01';
  if (format === 'date-time') return '2025-01-01T00:00:00.000Z';
  if (format === 'uuid') return things.id;
  const fits = (it: string): boolean => it.length >= minLength && (pattern === undefined || new RegExp(pattern, 'u').test(it));
  return texts.find(fits) ?? 'x'.repeat(Math.max(1, minLength));
};

/** The plainest value of a schema. */
export const sampleOf = (schema: Schema, schemas: Schemas, things: Things): unknown => {
  if (schema.$ref) return sampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, things);
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((it) => sampleOf(it, schemas, things)));
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return sampleOf(choice, schemas, things);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) return Object.fromEntries((schema.required ?? []).map((key) => [key, sampleOf(schema.properties?.[key] ?? {}, schemas, things)]));
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, schemas, things));
  if (type === 'integer' || type === 'number') return Math.max(schema.minimum ?? 1, 1);
  if (type === 'boolean') return true;
  return type === 'string' ? textOf(schema, things) : null;
};

/** The thing that stands in an address: by the noun before it, else by its own name. */
const thingIn = (path: string, { name, schema }: Parameter, things: Things): string => {
  const before = path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1) ?? '';
  return things[before] ?? things[name] ?? String(sampleOf(schema, {}, things));
};

const bodyOf = ({ requestBody }: Operation, schemas: Schemas, things: Things): { body?: unknown; headers?: Record<string, string> } => {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || !content) return {};
  if (type === 'application/json') return { body: sampleOf(content.schema, schemas, things) };
  if (type === 'multipart/form-data') {
    const form = new FormData();
    for (const [key, value] of Object.entries(content.schema.properties ?? {})) if (content.schema.required?.includes(key)) form.append(key, value.format === 'binary' ? new Blob(['x'], { type: 'text/csv' }) : String(sampleOf(value, schemas, things)));
    return { body: form };
  }
  return { body: new Uint8Array([120]), headers: { 'content-type': type } };
};

/** A request to a route that is in form, about some things of a tenant; `query` is added where the route takes it. */
export const sampleRequest = ({ path, operation }: WallRoute, tenant: string, schemas: Schemas, things: Things, query: Readonly<Record<string, string>> = {}): SampleRequest => {
  const parameters = operation.parameters ?? [];
  const filled = parameters.filter((it) => it.in === 'path' && it.name !== 'tenant').reduce((at, it) => at.replace(`{${it.name}}`, encodeURIComponent(thingIn(path, it, things))), path.replace('{tenant}', tenant));
  const asked = parameters.filter((it) => it.in === 'query').flatMap((it): [string, string][] => {
    const value = query[it.name] ?? (it.required ? String(sampleOf(it.schema, schemas, things)) : undefined);
    return value === undefined ? [] : [[it.name, value]];
  });
  const headers = Object.fromEntries(parameters.filter((it) => it.in === 'header' && it.required).map((it) => [it.name, it.name.toLowerCase() === 'if-match' ? '"1"' : String(sampleOf(it.schema, schemas, things))]));
  const { body, headers: more = {} } = bodyOf(operation, schemas, things);
  return { path: asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`, ...(body === undefined ? {} : { body }), headers: { ...headers, ...more } };
};
