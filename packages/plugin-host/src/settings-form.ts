import type { Vault } from '@saubac/db/tenancy';
import type { LocalText } from '@saubac/domain/values';
import { type Plugin, wordOf } from '@saubac/plugin-api';
import { z } from 'zod';

/** The values of settings by their fields. */
export type Values = Readonly<Record<string, unknown>>;

/** A field of the form: what it is called, what explains it, and whether it is never shown again. */
export type SettingField = { name: string; label: LocalText; about: LocalText | null; secret: boolean };

/** The part of a schema by which its fields are found. */
type Named = { enum?: readonly unknown[]; properties?: Record<string, Named>; secret?: boolean };

const isValues = (it: unknown): it is Values => typeof it === 'object' && it !== null && !Array.isArray(it);

/** What is kept, as values; nothing for what is none. */
export const valuesOf = (kept: unknown): Values => (isValues(kept) ? kept : {});

/** The form of a plugin's settings as JSON schema. */
export const schemaOf = ({ config }: Pick<Plugin, 'config'>): Record<string, unknown> => (config ? (z.toJSONSchema(config, { io: 'input', unrepresentable: 'any' }) as Record<string, unknown>) : { type: 'object', properties: {} });

const propertiesOf = (plugin: Pick<Plugin, 'config'>): [string, Named][] => Object.entries((schemaOf(plugin) as Named).properties ?? {});

/** The fields that are never shown again. */
export const secretFields = (plugin: Pick<Plugin, 'config'>): string[] => propertiesOf(plugin).flatMap(([name, { secret }]) => (secret ? [name] : []));

/** What the words of the plugin call the fields of a group and the choices of a field; those without a word are left out. */
const namesWithin = (path: string, schema: Named, text: (key: string) => LocalText | null): SettingField[] => {
  const inner = [...Object.keys(schema.properties ?? {}), ...(schema.enum ?? []).map(String)].map((it) => `${path}.${it}`);
  return inner.flatMap((name) => {
    const label = text(`config.${name}`);
    return label ? [{ name, label, about: text(`config.${name}.about`), secret: false }] : [];
  });
};

/** The fields of the form with what the plugin's words call them; `a.b` is the field `b` of the group `a`, or the choice `b` of the field `a`. */
export const fieldsOf = (plugin: Plugin): SettingField[] => {
  const text = (key: string): LocalText | null => (plugin.manifest.words.vi[key] ? wordOf(plugin.manifest, key) : null);
  return propertiesOf(plugin).flatMap(([name, schema]) => [
    { name, label: text(`config.${name}`) ?? { vi: name, en: name }, about: text(`config.${name}.about`), secret: schema.secret ?? false },
    ...namesWithin(name, schema, text),
  ]);
};

const isSealed = (it: unknown): it is { sealed: string } => isValues(it) && typeof it['sealed'] === 'string' && Object.keys(it).length === 1;

const placeOf = (id: string, field: string): string => `plugin/${id}/${field}`;

const mapSecrets = (plugin: Plugin, values: Values, change: (value: unknown, field: string) => unknown): Values => {
  const secrets = new Set(secretFields(plugin));
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => {
    const changed = secrets.has(name) ? change(value, name) : value;
    return changed === undefined ? [] : [[name, changed]];
  }));
};

/** Values as they are kept: secret ones sealed with the key of the installation. */
export const sealed = (plugin: Plugin, values: Values, vault: Pick<Vault, 'seal'>): Values =>
  mapSecrets(plugin, values, (value, field) => (value === undefined || isSealed(value) ? value : { sealed: vault.seal(JSON.stringify(value), placeOf(plugin.manifest.id, field)) }));

/** Values as they are kept, where those that were sealed before stay as they are: sealing again would look like another value. */
export const sealedOver = (plugin: Plugin, values: Values, before: unknown, vault: Pick<Vault, 'seal'>): Values => ({
  ...sealed(plugin, values, vault),
  ...Object.fromEntries(secretFields(plugin).flatMap((it) => (values[it] !== undefined && isSealed(valuesOf(before)[it]) ? [[it, valuesOf(before)[it]]] : []))),
});

/** Kept values as the plugin is given them. What another installation sealed can't be opened and counts as not set. */
export const opened = (plugin: Plugin, kept: unknown, vault: Pick<Vault, 'open'> | undefined): Values =>
  mapSecrets(plugin, valuesOf(kept), (value, field) => {
    if (!isSealed(value)) return value;
    try {
      return vault && (JSON.parse(vault.open(value.sealed, placeOf(plugin.manifest.id, field))) as unknown);
    } catch {
      return undefined;
    }
  });

/** Kept values as they are shown: without the secret ones. */
export const shownValues = (plugin: Plugin, kept: unknown): Values => mapSecrets(plugin, valuesOf(kept), () => undefined);

/** Kept values as the audit has them: of a secret one it says that something stands there. */
export const masked = (plugin: Plugin, kept: unknown): Values => mapSecrets(plugin, valuesOf(kept), () => '•••');

/** Which secret fields hold something. */
export const secretsSet = (plugin: Plugin, kept: unknown): string[] => secretFields(plugin).filter((it) => valuesOf(kept)[it] !== undefined);

/** What somebody gives for a form over what is kept: a secret field that he leaves out stays, null empties it. */
export const withKeptSecrets = (plugin: Plugin, given: Values, kept: Values): Values => {
  const staying = secretFields(plugin).filter((it) => given[it] === undefined && kept[it] !== undefined);
  const emptied = new Set(secretFields(plugin).filter((it) => given[it] === null));
  return { ...Object.fromEntries(Object.entries(given).filter(([name]) => !emptied.has(name))), ...Object.fromEntries(staying.map((it) => [it, kept[it]])) };
};
