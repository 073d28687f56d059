import { fail, ok, parseIsoDate, type Result } from '@saubac/domain/values';
import { bodyStaffTypes, type SampleProfile } from './profile.ts';

/** What is wrong in a profile: where, and what should stand there. */
export type ProfileProblem = {
  path: string;
  expected:
    | 'object' | 'list' | 'text' | 'code' | 'date' | 'whole-number' | 'weight' | 'flag' | 'known-key' | 'id-prefix' | 'body-kind' | 'staff-type'
    | 'known-body' | 'unique-code' | 'end-before-taken-over' | 'some-people';
};

type Check = (value: unknown, path: string, found: ProfileProblem[]) => void;

const test = (expected: ProfileProblem['expected'], right: (value: unknown) => boolean): Check => (value, path, found) => {
  if (!right(value)) found.push({ path, expected });
};
const matches = (expected: ProfileProblem['expected'], pattern: RegExp): Check => test(expected, (value) => typeof value === 'string' && pattern.test(value));
const among = (expected: ProfileProblem['expected'], words: readonly unknown[]): Check => test(expected, (value) => words.includes(value));

const text = matches('text', /\S/);
// Codes become parts of a path and of a list: neither sign that joins them may stand in one.
const code = matches('code', /^[^\s/;]{1,40}$/);
const date = test('date', (value) => typeof value === 'string' && parseIsoDate(value) !== undefined);
const count = test('whole-number', (value) => Number.isSafeInteger(value) && (value as number) >= 0);
const weight = test('weight', (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0);
const flag = among('flag', ['x', '', '?']);

const list = (of: Check, least = 0): Check => (value, path, found) => {
  if (!Array.isArray(value) || value.length < least) found.push({ path, expected: 'list' });
  else value.forEach((it, i) => of(it, `${path}[${i}]`, found));
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const object = (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check => (value, path, found) => {
  if (!isObject(value)) {
    found.push({ path, expected: 'object' });
    return;
  }
  for (const [key, check] of Object.entries(required)) check(value[key], `${path}.${key}`, found);
  for (const [key, it] of Object.entries(value)) {
    if (key in required) continue;
    const check = Object.hasOwn(optional, key) ? optional[key] : undefined;
    if (check) check(it, `${path}.${key}`, found);
    else found.push({ path: `${path}.${key}`, expected: 'known-key' });
  }
};

const commune: Check = (value, path, found) =>
  (typeof value === 'string' ? text : object({ name: text }, { needsLanguage: flag, officialCode: code }))(value, path, found);

const body = object(
  { code, name: text, staff: among('staff-type', bodyStaffTypes), weight },
  { parent: code, bodyKind: among('body-kind', ['state', 'party', 'socio-political', 'public-service']), field: code, needsLanguage: flag, officialCode: code, since: date, until: date, into: code },
);

const territory = object({
  government: code, party: code, front: code, education: code, health: code, upperSecondaryPerDistrict: count,
  districts: list(object({ code, name: text, communes: list(commune, 1) })),
});

const profile = object(
  {
    note: object({ vi: text }, { en: text }),
    idPrefix: matches('id-prefix', /^9\d\d$/),
    unitsSince: date,
    reform: date,
    headcounts: object({ provincial: count, commune: count, publicEmployees: count, contractStaff: count }),
    leavers: object({ perYear: count, atReform: count }),
    bodies: list(body, 1),
    territories: list(territory),
    issuers: list(object({ code, types: list(code) }, { since: date, until: date })),
    otherLanguages: list(object({ code, weight })),
    ethnicities: list(object({ name: text, weight }, { families: list(text) }), 1),
  },
  { $schema: text },
);

/** What single values can't show: codes that repeat, bodies that are not there, people whom nobody takes over. */
const references = (it: SampleProfile): ProfileProblem[] => {
  const bodies = new Set(it.bodies.map(({ code: known }) => known));
  const districts = it.territories.flatMap((place, i) => place.districts.map((district, k) => ({ code: district.code, path: `territories[${i}].districts[${k}].code` })));
  const codes = [...it.bodies.map((known, i) => ({ code: known.code, path: `bodies[${i}].code` })), ...districts];
  const named = [
    ...it.bodies.flatMap(({ parent, into }, i) => [{ code: parent, path: `bodies[${i}].parent` }, { code: into, path: `bodies[${i}].into` }]),
    ...it.territories.flatMap((place, i) => (['government', 'party', 'front', 'education', 'health'] as const).map((key) => ({ code: place[key], path: `territories[${i}].${key}` }))),
  ];
  return [
    ...codes.filter(({ code: own }, i) => codes.findIndex((other) => other.code === own) < i).map(({ path }) => ({ path, expected: 'unique-code' as const })),
    ...named.filter(({ code: own }) => own !== undefined && !bodies.has(own)).map(({ path }) => ({ path, expected: 'known-body' as const })),
    ...it.bodies.flatMap(({ into, until }, i) => (into !== undefined && until === undefined ? [{ path: `bodies[${i}].until`, expected: 'end-before-taken-over' as const }] : [])),
    ...(Object.values(it.headcounts).some((heads) => heads > 0) ? [] : [{ path: 'headcounts', expected: 'some-people' as const }]),
  ];
};

/** Reads the content of a profile file; a refusal lists every problem with its path. */
export const readProfile = (value: unknown): Result<SampleProfile, { kind: 'not-a-profile'; problems: readonly ProfileProblem[] }> => {
  const found: ProfileProblem[] = [];
  profile(value, 'profile', found);
  if (found.length === 0) found.push(...references(value as SampleProfile));
  return found.length === 0 ? ok(value as SampleProfile) : fail({ kind: 'not-a-profile', problems: found });
};
