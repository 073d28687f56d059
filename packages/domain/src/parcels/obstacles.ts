import type { ParcelManifest } from './manifest.ts';

/** What a server has that a parcel may need. */
export type ParcelServer = {
  /** Every migration that this server knows, of the core and of the plugins it has. */
  migrations: readonly { set: string; version: string; hash: string }[];
  /** The plugins that work here. */
  plugins: readonly { id: string; version: string }[];
  /** The digest of each row of the reference data by the key of the manifest (`referenceKey`). */
  reference: ReadonlyMap<string, string>;
};

/** Why a server can't take a parcel in. */
export type ParcelObstacle =
  /** The parcel's tables were migrated by a newer product, or by a plugin's newer version. */
  | { kind: 'parcel-newer'; set: string; version: string }
  /** A migration of the same name is another one here. */
  | { kind: 'parcel-migration-differs'; set: string; version: string }
  | { kind: 'parcel-plugin-missing'; plugin: string; version: string }
  | { kind: 'parcel-plugin-other-version'; plugin: string; version: string; here: string }
  /** Rows of a reference table that the parcel points to and that are not here. */
  | { kind: 'parcel-reference-missing'; table: string; keys: string[] };

/** The key under which a row of the reference data is looked for. */
export const referenceKey = (table: string, columns: readonly string[], key: readonly string[]): string => JSON.stringify([table, columns, key]);

const ofPlugins = ({ plugins }: ParcelManifest, server: ParcelServer): ParcelObstacle[] => {
  const here = new Map(server.plugins.map((it) => [it.id, it.version]));
  return plugins.flatMap(({ id, version }): ParcelObstacle[] => {
    const found = here.get(id);
    if (found === undefined) return [{ kind: 'parcel-plugin-missing', plugin: id, version }];
    return found === version ? [] : [{ kind: 'parcel-plugin-other-version', plugin: id, version, here: found }];
  });
};

const ofMigrations = ({ migrations, plugins }: ParcelManifest, server: ParcelServer): ParcelObstacle[] => {
  const here = new Map(server.migrations.map(({ set, version, hash }) => [`${set}/${version}`, hash]));
  const sets = new Set(server.migrations.map(({ set }) => set));
  const told = new Set(plugins.map(({ id }) => `plugin:${id}`));
  return migrations.flatMap(({ set, version, hash }): ParcelObstacle[] => {
    const found = here.get(`${set}/${version}`);
    if (found === hash) return [];
    if (found !== undefined) return [{ kind: 'parcel-migration-differs', set, version }];
    // Of a plugin that is not here at all it is enough to say that once.
    if (!sets.has(set) && told.has(set)) return [];
    return sets.has(set) || set === 'core' ? [{ kind: 'parcel-newer', set, version }] : [{ kind: 'parcel-plugin-missing', plugin: set.replace(/^plugin:/, ''), version }];
  });
};

const ofReference = ({ reference }: ParcelManifest, server: ParcelServer): ParcelObstacle[] =>
  reference.flatMap(({ table, columns, rows }): ParcelObstacle[] => {
    const keys = rows.filter(({ key }) => !server.reference.has(referenceKey(table, columns, key))).map(({ key }) => key.join(' '));
    return keys.length > 0 ? [{ kind: 'parcel-reference-missing', table, keys }] : [];
  });

/** Everything that keeps a server from taking a parcel in; nothing if it can. */
export const parcelObstacles = (manifest: ParcelManifest, server: ParcelServer): ParcelObstacle[] => [
  ...ofPlugins(manifest, server),
  ...ofMigrations(manifest, server),
  ...ofReference(manifest, server),
];

/** The rows of the reference data that read otherwise here than where the parcel comes from: by table, their keys. */
export const differingReference = ({ reference }: ParcelManifest, server: ParcelServer): { table: string; keys: string[] }[] =>
  reference.flatMap(({ table, columns, rows }) => {
    const keys = rows.filter(({ key, digest }) => (server.reference.get(referenceKey(table, columns, key)) ?? digest) !== digest).map(({ key }) => key.join(' '));
    return keys.length > 0 ? [{ table, keys }] : [];
  });
