import { examplePlan } from '@saubac/domain/plan';
import fc from 'fast-check';
import type { Schema, Schemas } from '../wall/sample-request.ts';

/** What exists in the tenant: ids and codes that a request may hit upon, and those that fields of a name are about. */
export type Pool = { ids: readonly string[]; codes: readonly string[]; fields: Readonly<Record<string, readonly string[]>> };

type Wide = Schema & { maxLength?: number; maximum?: number; maxItems?: number; exclusiveMinimum?: number; additionalProperties?: boolean | Schema };

const dayOf = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10));
const usualDays = fc.constantFrom('2021-01-01', '2025-01-01', '2026-03-01', '2030-12-31');

/** Texts that have broken servers: characters no database stores, halves of characters, letters composed or not, what looks like code. */
export const oddText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', ' ', '\0', 'a\0b', '\ud800', '\u202Etxt', "'; --", '${1}', '{{x}}', '../..', '%00', '%', '\\', '_', 'NaN', 'null', '-1', '1e400', '9'.repeat(40), 'Nguyễn', 'e\u0302\u0301', '👩‍🚒', 'infinity', '0000-01-01', '9999-12-31', '2025-02-30'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer({ min: 300, max: 20_000 }).map((length) => 'ê'.repeat(length)),
);

/** Any JSON, some of it deep or large. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(oddText, fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(null, -1, 0, 1e308, 2 ** 53, [], {}, [[[[[[[[]]]]]]]], true), fc.constant(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`k${i}`, i]))));

const matching = (pattern: string): fc.Arbitrary<string> | undefined => {
  try {
    return fc.stringMatching(new RegExp(pattern, 'u'));
  } catch {
    return undefined;
  }
};

const text = ({ format, pattern, minLength = 0, maxLength = 40 }: Wide, pool: Pool): fc.Arbitrary<string> => {
  if (format === 'uuid') return fc.oneof({ arbitrary: fc.constantFrom(...pool.ids), weight: 4 }, { arbitrary: fc.uuid(), weight: 1 });
  if (format === 'date') return fc.oneof(usualDays, dayOf);
  if (format === 'date-time') return dayOf.map((it) => `${it}T08:00:00.000Z`);
  if (format === 'email') return fc.emailAddress();
  const most = Math.max(minLength, Math.min(maxLength, minLength + 40));
  const free = fc.oneof(fc.string({ minLength, maxLength: most }), fc.string({ unit: 'grapheme', minLength, maxLength: most }));
  const known = pool.codes.filter((it) => it.length >= minLength && it.length <= maxLength && (pattern === undefined || new RegExp(pattern, 'u').test(it)));
  const formed = (pattern === undefined ? free : (matching(pattern) ?? free)).map((it) => it.slice(0, maxLength));
  return known.length === 0 ? formed : fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 2 }, { arbitrary: formed, weight: 1 });
};

const numberOf = ({ type, minimum, maximum }: Wide): fc.Arbitrary<number> => {
  const [min, max] = [Math.max(minimum ?? -3, -(2 ** 31)), Math.min(maximum ?? 1_000, 2 ** 31)];
  return type === 'number' ? fc.double({ min, max: Math.max(min, max), noNaN: true }) : fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(max)) });
};

/** Fields whose form stands in no schema. */
const hints: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  email: fc.oneof(fc.integer({ min: 1, max: 9_999 }).map((it) => `somebody${it}@alpha.test`), fc.constant('user1@alpha.test')),
  password: fc.constant('a password of a test'),
  current: fc.constant('a password of a test'),
  idNumber: fc.integer({ min: 0, max: 999_999 }).map((it) => `001199${String(it).padStart(6, '0')}`),
  lastDay: fc.constantFrom('2031-12-31', null),
  from: fc.constantFrom('2026-12-31', '2025-01-01'),
  rule: fc.constantFrom({ fact: 'kind', in: ['civil-servant'] }, { all: [{ fact: 'age', below: 40, on: 'as-of' }, { fact: 'level', atLeast: 3, languages: 'any' }] }, { not: { fact: 'languageTeacher', is: true } }, { fact: 'unheardOf' }, { any: [] }),
  document: fc.constantFrom(examplePlan, { ...examplePlan, targets: [] }, { ...examplePlan, id: 'another-plan' }),
  decidedOn: fc.constantFrom('2024-09-01', '2025-01-01'),
  planVersion: fc.constantFrom(1, 1, 2),
  level: fc.integer({ min: 1, max: 6 }),
  type: fc.constantFrom('ielts', 'toeic'),
};

/** Values of a field or parameter, most of them such that they may be about something. */
export const fieldOf = (name: string, schema: Schema, schemas: Schemas, pool: Pool, depth = 0): fc.Arbitrary<unknown> => {
  const any = valueOf(schema, schemas, pool, depth);
  const about = pool.fields[name] ?? [];
  if (about.length > 0 && schema.enum === undefined && schema.const === undefined) return fc.oneof({ arbitrary: fc.constantFrom(...about), weight: 6 }, { arbitrary: any, weight: 1 });
  // A document is one only where anything is taken: elsewhere it is the name of one.
  const hint = name === 'document' && schema.type === 'string' ? undefined : name === 'from' && (schema.const ?? schema.enum) !== undefined ? undefined : hints[name];
  return hint ? fc.oneof({ arbitrary: hint, weight: 4 }, { arbitrary: any, weight: 1 }) : any;
};

const record = ({ properties = {}, required = [], additionalProperties }: Wide, schemas: Schemas, pool: Pool, depth: number): fc.Arbitrary<unknown> => {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, it]) => [name, fieldOf(name, it, schemas, pool, depth + 1)]));
  const known = fc.record(fields, { requiredKeys: required.filter((it) => it in fields), noNullPrototype: true } as never) as fc.Arbitrary<Record<string, unknown>>;
  if (typeof additionalProperties !== 'object') return known;
  const more = fc.dictionary(fc.oneof(fc.constantFrom(...pool.codes), fc.string({ minLength: 1, maxLength: 10 })), valueOf(additionalProperties, schemas, pool, depth + 1), { maxKeys: 3, noNullPrototype: true });
  return fc.tuple(known, more).map(([a, b]) => ({ ...b, ...a }));
};

/** Values that a JSON schema allows, as far as it says so: refinements beyond it are the server's to refuse. */
export const valueOf = (schema: Schema, schemas: Schemas, pool: Pool, depth = 0): fc.Arbitrary<unknown> => {
  const it: Wide = schema;
  const of = (inner: Schema): fc.Arbitrary<unknown> => valueOf(inner, schemas, pool, depth + 1);
  if (depth > 8) return fc.constant(null);
  if (it.$ref) return of(schemas[it.$ref.split('/').at(-1) ?? ''] ?? {});
  if (it.const !== undefined) return fc.constant(it.const);
  if (it.enum) return fc.constantFrom(...it.enum);
  const choices = it.anyOf ?? it.oneOf;
  if (choices) return fc.oneof(...choices.map(of));
  if (it.allOf) return fc.tuple(...it.allOf.map(of)).map((parts) => Object.assign({}, ...parts) as unknown);
  if (Array.isArray(it.type)) return fc.oneof(...it.type.map((type) => of({ ...it, type })));
  if (it.type === 'object' || it.properties) return record(it, schemas, pool, depth);
  if (it.type === 'array') return fc.array(of(it.items ?? {}), { minLength: it.minItems ?? 0, maxLength: Math.max(it.minItems ?? 0, Math.min(it.maxItems ?? 3, 3)) });
  if (it.type === 'integer' || it.type === 'number') return numberOf(it);
  if (it.type === 'boolean') return fc.boolean();
  if (it.type === 'null') return fc.constant(null);
  return it.type === 'string' ? text(it, pool) : fc.jsonValue({ maxDepth: 1 });
};
