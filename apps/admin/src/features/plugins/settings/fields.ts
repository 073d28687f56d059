import type { LocalText } from '@saubac/domain/values';

/** What a field of settings holds. `other`: a form of value that is not edited here; it stays as it is. */
type Held =
  | { kind: 'text' | 'long' | 'date' | 'texts' | 'boolean' | 'other' }
  | { kind: 'number' | 'integer'; least: number | undefined; most: number | undefined }
  | { kind: 'choice'; options: readonly { value: string | number; label: LocalText }[] }
  | { kind: 'group'; fields: readonly SettingField[] };

/** A field of the settings of a plugin; `path` is its place in the values, `a` or `a.b`. */
export type SettingField = { path: string; label: LocalText; about: LocalText | null; secret: boolean; nullable: boolean } & Held;

/** What the fields are called, by their paths. */
export type FieldNames = readonly { name: string; label: LocalText; about: LocalText | null; secret: boolean }[];

type Schema = {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  title?: string;
  description?: string;
};

/** A text that is longer than a line has a field of several. */
const longFrom = 200;

/** A schema without the possibility of being null, and whether it had it. */
const withoutNull = (schema: Schema): { schema: Schema; nullable: boolean } => {
  const others = schema.anyOf?.filter((it) => it.type !== 'null');
  if (schema.anyOf && others?.length === 1 && others[0]) return { schema: { ...schema, ...others[0] }, nullable: others.length < schema.anyOf.length };
  if (Array.isArray(schema.type)) {
    const types = (schema.type as readonly string[]).filter((it) => it !== 'null');
    return { schema: { ...schema, ...(types.length === 1 && types[0] ? { type: types[0] } : {}) }, nullable: types.length < schema.type.length };
  }
  return { schema, nullable: false };
};

const isChoice = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const heldBy = (schema: Schema, path: string, names: FieldNames): Held => {
  if (schema.enum?.every(isChoice)) {
    const label = (value: string | number): LocalText => names.find((it) => it.name === `${path}.${value}`)?.label ?? { vi: String(value), en: String(value) };
    return { kind: 'choice', options: schema.enum.map((value) => ({ value, label: label(value) })) };
  }
  switch (schema.type) {
    case 'string':
      if (schema.format === 'date') return { kind: 'date' };
      return { kind: (schema.maxLength ?? 0) > longFrom ? 'long' : 'text' };
    case 'number':
    case 'integer':
      return { kind: schema.type, least: schema.minimum, most: schema.maximum };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: schema.items?.type === 'string' && schema.items.enum === undefined ? 'texts' : 'other' };
    case 'object':
      // One level: what lies deeper is nothing that an office tunes in a form.
      return schema.properties && !path.includes('.') ? { kind: 'group', fields: fieldsWithin(schema, `${path}.`, names) } : { kind: 'other' };
    default:
      return { kind: 'other' };
  }
};

const fieldsWithin = (schema: Schema, before: string, names: FieldNames): SettingField[] =>
  Object.entries(schema.properties ?? {}).map(([name, given]) => {
    const path = `${before}${name}`;
    const known = names.find((it) => it.name === path);
    const { schema: inner, nullable } = withoutNull(given);
    const label = known?.label ?? { vi: given.title ?? name, en: given.title ?? name };
    const about = known?.about ?? (given.description === undefined ? null : { vi: given.description, en: given.description });
    return { path, label, about, secret: known?.secret ?? false, nullable, ...heldBy(inner, path, names) };
  });

/** The form of settings, made from their JSON schema. */
export const fieldsOf = (schema: Readonly<Record<string, unknown>>, names: FieldNames): SettingField[] => fieldsWithin(schema as Schema, '', names);

/** All fields that hold a value, those in groups too. */
export const flat = (fields: readonly SettingField[]): SettingField[] => fields.flatMap((it) => (it.kind === 'group' ? flat(it.fields) : [it]));
