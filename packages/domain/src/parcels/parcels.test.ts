import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { compareTables, differingReference, loadOrder, type ParcelManifest, parcelFormat, parcelObstacles, type ParcelServer, parseManifest, referenceKey } from './index.ts';

const hex = (sign: string): string => sign.repeat(64);

const manifest: ParcelManifest = {
  format: parcelFormat,
  personalData: true,
  product: '1.0.0',
  exportedAt: '2026-01-01T00:00:00.000Z',
  tenant: { id: '00000000-0000-7000-8000-000000000000', slug: 'a', name: 'A', kind: 'province', provinceCode: null, aliases: [], signIn: { secondFactorRequired: false, connection: null } },
  migrations: [{ set: 'core', version: '0001', hash: hex('1') }],
  plugins: [{ id: 'p', version: '1.0.0', state: 'enabled' }],
  tables: [{ name: 'people', columns: ['id'], rows: 1, size: 1, sha256: hex('a'), content: hex('b') }],
  leftOut: [],
  files: [],
  filesMissing: [],
  accounts: [],
  audit: { position: 0, digest: '', anchors: [] },
  reference: [{ table: 'languages', columns: ['code'], rows: [{ key: ['en'], digest: 'x' }] }],
};

const server = (more: Partial<ParcelServer> = {}): ParcelServer => ({
  migrations: [{ set: 'core', version: '0001', hash: hex('1') }, { set: 'core', version: '0002', hash: hex('2') }],
  plugins: [{ id: 'p', version: '1.0.0' }],
  reference: new Map([[referenceKey('languages', ['code'], ['en']), 'x']]),
  ...more,
});

describe('a manifest', () => {
  it('is read back as it was written', () => {
    expect(parseManifest(JSON.parse(JSON.stringify(manifest)))).toEqual({ ok: true, value: manifest });
  });

  it('of a newer form is told as such, whatever else it holds', () => {
    expect(parseManifest({ format: 9 })).toEqual({ ok: false, failure: { kind: 'parcel-format-unknown', format: 9, known: parcelFormat } });
  });

  it.each([
    ['nothing', null],
    ['a table whose name leads elsewhere', { ...manifest, tables: [{ ...manifest.tables[0], name: '../people' }] }],
    ['a column that is none', { ...manifest, tables: [{ ...manifest.tables[0], columns: ['id) from x; --'] }] }],
    ['a file whose name is no id', { ...manifest, files: [{ id: '../x', sha256: hex('a'), size: 1 }] }],
    ['something it should not have', { ...manifest, more: true }],
  ])('is refused with %s', (_, json) => {
    expect(parseManifest(json)).toMatchObject({ ok: false, failure: { kind: 'parcel-manifest-invalid' } });
  });
});

describe('what keeps a server from taking a parcel', () => {
  it('is nothing when it has all that the parcel needs, older migrations included', () => {
    expect(parcelObstacles(manifest, server())).toEqual([]);
  });

  it.each([
    ['a migration it does not have', { migrations: [{ set: 'core', version: '0000', hash: hex('1') }] }, { kind: 'parcel-newer', set: 'core', version: '0001' }],
    ['a migration that is another one', { migrations: [{ set: 'core', version: '0001', hash: hex('9') }] }, { kind: 'parcel-migration-differs', set: 'core', version: '0001' }],
    ['a plugin it does not have', { plugins: [] }, { kind: 'parcel-plugin-missing', plugin: 'p', version: '1.0.0' }],
    ['a plugin of another version', { plugins: [{ id: 'p', version: '2.0.0' }] }, { kind: 'parcel-plugin-other-version', plugin: 'p', version: '1.0.0', here: '2.0.0' }],
    ['a reference row it does not have', { reference: new Map<string, string>() }, { kind: 'parcel-reference-missing', table: 'languages', keys: ['en'] }],
  ])('is %s', (_, more, obstacle) => {
    expect(parcelObstacles(manifest, server(more))).toEqual([obstacle]);
  });

  it('names a plugin once, not each of its migrations', () => {
    const withTables = { ...manifest, migrations: [...manifest.migrations, { set: 'plugin:p', version: '0001', hash: hex('3') }] };
    expect(parcelObstacles(withTables, server({ plugins: [] }))).toEqual([{ kind: 'parcel-plugin-missing', plugin: 'p', version: '1.0.0' }]);
    expect(parcelObstacles(withTables, server({ migrations: [...server().migrations, { set: 'plugin:p', version: '0000', hash: hex('3') }] }))).toEqual([{ kind: 'parcel-newer', set: 'plugin:p', version: '0001' }]);
  });

  it('is not a reference row that only reads otherwise, which is told apart', () => {
    const other = server({ reference: new Map([[referenceKey('languages', ['code'], ['en']), 'y']]) });
    expect(parcelObstacles(manifest, other)).toEqual([]);
    expect(differingReference(manifest, other)).toEqual([{ table: 'languages', keys: ['en'] }]);
    expect(differingReference(manifest, server())).toEqual([]);
  });
});

describe('the order of loading', () => {
  it('puts every table behind those it points to', () => {
    const links = fc.integer({ min: 1, max: 12 }).chain((count) =>
      fc.tuple(...Array.from({ length: count }, (_, index) => fc.uniqueArray(fc.integer({ min: 0, max: index })).map((to) => ({ name: `t${index}`, references: to.map((it) => `t${it}`) })))),
    );
    fc.assert(
      fc.property(links, (tables) => {
        const { order, circular } = loadOrder(tables.toReversed());
        expect(circular).toEqual([]);
        expect(order.toSorted()).toEqual(tables.map((it) => it.name).toSorted());
        for (const { name, references } of tables) for (const to of references) if (to !== name) expect(order.indexOf(to)).toBeLessThan(order.indexOf(name));
      }),
    );
  });

  it('names the tables of a circle and loads them last', () => {
    expect(loadOrder([{ name: 'a', references: ['b'] }, { name: 'b', references: ['a'] }, { name: 'c', references: ['platform'] }])).toEqual({ order: ['c', 'a', 'b'], circular: ['a', 'b'] });
  });
});

describe('comparing tenants', () => {
  const table = (name: string, more: object = {}) => ({ name, columns: ['id'], rows: 1, content: 'x', ...more });

  it('finds nothing where all is equal', () => {
    expect(compareTables([table('a'), table('b')], [table('b'), table('a')])).toEqual([]);
  });

  it('tells what differs of each table', () => {
    expect(compareTables([table('a'), table('b'), table('c'), table('d')], [table('a', { content: 'y' }), table('b', { rows: 2 }), table('c', { columns: ['id', 'x'] }), table('e')])).toEqual([
      { kind: 'other-content', table: 'a', rows: 1 },
      { kind: 'other-count', table: 'b', first: 1, second: 2 },
      { kind: 'other-columns', table: 'c', columns: ['x'] },
      { kind: 'only-in-one', table: 'd', in: 'first' },
      { kind: 'only-in-one', table: 'e', in: 'second' },
    ]);
  });
});
