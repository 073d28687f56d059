import { describe, expect, it } from 'vitest';
import { certificateTypes, defaultSettings, tables } from '@saubac/testing/levels';
import { checkSettings } from './settings-check.ts';
import { settingsJsonSchema, tenantSettings } from './tenant-settings.ts';

const known = { tables, types: new Set(certificateTypes.map((it) => it.code)) };
const check = (it: Record<string, unknown>) => checkSettings(tenantSettings.parse({ schemaVersion: 1, adoptions: [], validity: [], issuers: [], ...it }), known);

describe('settings of a tenant', () => {
  it('ship with defaults that can be applied', () => {
    expect(checkSettings(defaultSettings, known)).toEqual([]);
  });

  it('refuse two tables that speak of one type on the same day', () => {
    const adoptions = [{ table: 'cv-6089-2014', validFrom: '2015-01-01' }, { table: 'tt-23-2021', validFrom: '2021-10-15' }];
    expect(check({ adoptions })).toEqual([
      { kind: 'tables-cover-the-same-type', path: 'adoptions[1]', other: 'adoptions[0]', tables: ['cv-6089-2014', 'tt-23-2021'], types: ['ielts', 'toeic'], from: '2021-10-15' },
    ]);
  });

  it('let one table follow another from the day on which the first ends', () => {
    const adoptions = [{ table: 'cv-6089-2014', validFrom: '2015-01-01', validTo: '2021-10-15' }, { table: 'tt-23-2021', validFrom: '2021-10-15' }];
    expect(check({ adoptions })).toEqual([]);
  });

  it('name the place of unknown codes, empty periods, doubled issuers and overlapping rules', () => {
    const failures = check({
      adoptions: [{ table: 'none', validFrom: '2020-01-01', validTo: '2020-01-01' }],
      validity: [{ type: 'ielts', months: 24, validFrom: '2020-01-01' }, { type: 'ielts', months: null, validFrom: '2022-01-01' }],
      issuers: [{ code: 'x', name: 'X' }, { code: 'x', name: 'X', licences: [{ type: 'driving', validFrom: '2020-01-01' }] }],
    });
    expect(failures.map((it) => [it.kind, it.path])).toEqual([
      ['unknown-table', 'adoptions[0].table'],
      ['unknown-type', 'issuers[1].licences[0].type'],
      ['ends-before-it-begins', 'adoptions[0]'],
      ['issuer-twice', 'issuers[1].code'],
      ['periods-overlap', 'validity[1]'],
    ]);
  });

  it('refuse a date that does not exist', () => {
    expect(tenantSettings.safeParse({ schemaVersion: 1, adoptions: [{ table: 'vstep', validFrom: '2021-02-30' }], validity: [], issuers: [] }).success).toBe(false);
  });

  it('have a JSON Schema beside the files, which says the same as the code', async () => {
    await expect(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`).toMatchFileSnapshot('../../../../deploy/schemas/settings.schema.json');
  });
});
