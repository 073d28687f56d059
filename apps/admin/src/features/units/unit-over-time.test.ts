import { describe, expect, it } from 'vitest';
import type { Unit } from './queries.ts';
import { happenings, linesOn, versionOn } from './unit-over-time.ts';

const named = (code: string) => ({ code, name: code });
const version = (from: string, lastDay: string | null, name: string, parent: string): Unit['versions'][number] => ({ from, lastDay, name, parent: named(parent), officialCode: null, tier: 'province', bodyKind: 'state', field: null, needsLanguage: null });
const versions = [version('2010-01-01', '2019-12-31', 'Old', 'R'), version('2020-01-01', '2024-12-31', 'New', 'R'), version('2025-01-01', '2025-06-30', 'New', 'S')];

describe('a unit on a day', () => {
  it('is what it is then, else what it last was, else what it will be', () => {
    expect(versionOn(versions, '2019-12-31')).toMatchObject({ stands: true, version: { name: 'Old' } });
    expect(versionOn(versions, '2026-01-01')).toMatchObject({ stands: false, version: { parent: { code: 'S' } } });
    expect(versionOn(versions, '2009-01-01')).toMatchObject({ stands: false, version: { name: 'Old' } });
  });

  it('has lines besides who manages it', () => {
    const line = (kind: string, from: string, lastDay: string | null) => ({ line: kind, from, lastDay, unit: named(kind) });
    const lines = [line('manages', '2010-01-01', null), line('reports-to', '2020-01-01', '2020-12-31'), line('budgets-through', '2020-01-01', null)];
    expect(linesOn(lines, '2021-01-01').map((it) => it.line)).toEqual(['budgets-through']);
  });
});

describe('what happened to a unit', () => {
  it('is told from the latest to the first, with the units before it as they last stood', () => {
    const told = happenings({ versions, follows: [{ on: '2010-01-01', kind: 'merge', unit: named('P') }], followedBy: [{ on: '2025-07-01', kind: 'merge', unit: named('N') }, { on: '2025-07-01', kind: 'abolish', unit: null }] });
    expect(told.map(({ on, kind }) => `${on} ${kind}`)).toEqual(['2025-07-01 went-to', '2025-07-01 ended', '2025-01-01 moved', '2020-01-01 renamed', '2010-01-01 began', '2010-01-01 came-from']);
    expect(told.at(-1)?.unit).toEqual({ code: 'P', name: 'P', on: '2009-12-31' });
    expect(told[2]?.unit).toEqual({ code: 'S', name: 'S', on: '2025-01-01' });
  });

  it('is nothing but its beginning where nothing did', () => {
    expect(happenings({ versions: [version('2010-01-01', null, 'A', 'R')], follows: [], followedBy: [] })).toEqual([{ on: '2010-01-01', kind: 'began', name: 'A' }]);
  });
});
