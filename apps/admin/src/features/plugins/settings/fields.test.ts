import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldsOf, flat } from './fields.ts';

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
const config = z.object({
  office: z.string().max(100).default('A'),
  letter: z.string().max(2_000).default(''),
  rate: z.number().min(0).max(1).default(0.5),
  days: z.int().min(1).default(10),
  mails: z.boolean().default(true),
  count: z.enum(['whole', 'half']).default('whole'),
  from: z.iso.date().nullable().default(null),
  places: z.array(z.string()).default([]),
  trial: z.object({ sessions: z.int().default(2), list: z.array(z.object({ a: z.string() })).default([]) }).prefault({}),
  token: z.string().optional().meta({ secret: true }),
  odd: z.union([z.string(), z.number()]).default('x'),
});
const names = [
  { name: 'office', label: { vi: 'Cơ quan', en: 'Office' }, about: { vi: 'Nơi nhận', en: 'Receives' }, secret: false },
  { name: 'count.half', label: { vi: 'nửa buổi', en: 'half' }, about: null, secret: false },
  { name: 'trial.sessions', label: { vi: 'Số buổi', en: 'Sessions' }, about: null, secret: false },
  { name: 'token', label: { vi: 'Khóa', en: 'Key' }, about: null, secret: true },
];
const fields = fieldsOf(schemaOf(config), names);
const field = (path: string) => flat(fields).find((it) => it.path === path);

describe('the form of settings', () => {
  it('has a field for each setting, of the kind of its value, in the order of the schema', () => {
    expect(fields.map((it) => [it.path, it.kind])).toEqual([
      ['office', 'text'], ['letter', 'long'], ['rate', 'number'], ['days', 'integer'], ['mails', 'boolean'], ['count', 'choice'], ['from', 'date'], ['places', 'texts'], ['trial', 'group'], ['token', 'text'],
      ['odd', 'other'],
    ]);
  });

  it('is called by the words of the plugin, by the name of the field where it has none', () => {
    expect(field('office')).toMatchObject({ label: { vi: 'Cơ quan' }, about: { en: 'Receives' } });
    expect(field('days')).toMatchObject({ label: { vi: 'days' }, about: null });
    expect(field('token')?.secret).toBe(true);
    expect(field('count')).toMatchObject({ options: [{ value: 'whole', label: { vi: 'whole' } }, { value: 'half', label: { vi: 'nửa buổi' } }] });
  });

  it('knows bounds, and what may be left empty', () => {
    expect(field('rate')).toMatchObject({ least: 0, most: 1 });
    expect(field('from')?.nullable).toBe(true);
    expect(field('days')?.nullable).toBe(false);
  });

  it('has groups of one level; what lies deeper is left as it is', () => {
    expect(field('trial.sessions')).toMatchObject({ kind: 'integer', label: { vi: 'Số buổi' } });
    expect(field('trial.list')?.kind).toBe('other');
  });
});
