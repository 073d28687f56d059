import { describe, expect, it } from 'vitest';
import { adminEn } from './catalogues/en/admin/index.ts';
import { laterEn } from './catalogues/en/admin/later.ts';
import { en as serverEn } from './catalogues/en/index.ts';
import { adminVi } from './catalogues/vi/admin/index.ts';
import { laterVi } from './catalogues/vi/admin/later.ts';
import { vi as serverVi } from './catalogues/vi/index.ts';

// What screens say has areas of its own; those that they share with the server are the same objects.
const shared = new Set<string>(['permissions', 'roles']);
type Area = Readonly<Record<string, string>>;
const fetched = async (later: Readonly<Record<string, () => Promise<Area>>>): Promise<Record<string, Area>> =>
  Object.fromEntries(await Promise.all(Object.entries(later).map(async ([area, fetch]) => [area, await fetch()])));
const vi: Record<string, Area> = { ...serverVi, ...adminVi, ...(await fetched(laterVi)) };
const en: Record<string, Area> = { ...serverEn, ...adminEn, ...(await fetched(laterEn)) };

const areas = Object.keys(vi);
const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map((it) => it[1] ?? '').toSorted();
const plainKeys = (area: Area): string[] => [...new Set(Object.keys(area).map((key) => key.replace(/_one$/, '_other')))].toSorted();

describe('the catalogues', () => {
  it('have no area twice but those that screens and server share', () => {
    expect(Object.keys({ ...adminVi, ...laterVi }).filter((it) => it in serverVi && !shared.has(it))).toEqual([]);
  });

  it('have the same areas in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(vi));
  });

  it.each(areas)('say in both languages everything of %s', (area) => {
    expect(plainKeys(en[area] ?? {})).toEqual(plainKeys(vi[area] ?? {}));
    const empty = [...Object.values(vi[area] ?? {}), ...Object.values(en[area] ?? {})].filter((text) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it.each(areas)('put the same values, formatted alike, into both languages of %s', (area) => {
    const vietnamese: Area = vi[area] ?? {};
    const faults = Object.entries(en[area] ?? {}).filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(vietnamese[key.replace(/_one$/, '_other')] ?? '').join(),
    );
    expect(faults).toEqual([]);
  });

  it('write a count as a number of the language', () => {
    const texts = [vi, en].flatMap((language) => Object.values<Area>(language).flatMap((area) => Object.values(area)));
    expect(texts.filter((text) => /\{\{\s*count\s*\}\}/.test(text))).toEqual([]);
  });

  it('are written in composed letters, so that texts can be compared', () => {
    const texts = Object.values<Area>(vi).flatMap((area) => Object.values(area));
    expect(texts.filter((text) => text !== text.normalize('NFC'))).toEqual([]);
  });
});
