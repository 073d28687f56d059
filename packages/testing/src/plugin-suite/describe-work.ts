import { isoDate } from '@saubac/domain/values';
import { movesOf } from '@saubac/domain/workflow';
import type { PluginCase, PluginSql } from '@saubac/plugin-api';
import { getTableName, sql } from 'drizzle-orm';
import { expect, it, vi } from 'vitest';

import type { FrontDoor } from './front-door.ts';

const frozen = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

const ownCases = ({ plugin }: FrontDoor): PluginCase[] => (plugin.workflows ?? []).filter((it) => 'workflow' in it);

const subjectsOf = async (db: PluginSql, { workflow, subjects }: PluginCase): Promise<unknown[]> => {
  const rows = (await db.execute(sql`select subject_id as id from cases where workflow = ${workflow.id}`)) as unknown as { id: string }[];
  return [...(await subjects(db, rows.map((it) => it.id))).values()];
};

/** What every guard says of every subject, in a fixed order. */
const said = (of: PluginCase, subjects: readonly unknown[]): unknown[] =>
  movesOf(of.workflow).flatMap(([, { guards = [] }]) => guards.flatMap((guard) => subjects.map((it) => guard.holds(it as never))));

const rowsOf = async (db: PluginSql, { plugin }: FrontDoor): Promise<unknown[]> =>
  Promise.all(Object.values(plugin.tables ?? {}).map(async (it) => [...((await db.execute(sql`select * from ${sql.identifier(getTableName(it))} order by 1`)) as unknown as Iterable<unknown>)]));

const days = { from: isoDate('2000-01-01'), to: isoDate('2099-12-31') };

/** What the work of a plugin must hold: `door` is opened, and filled by the plugin's sample, before. */
export const describeWork = (door: () => FrontDoor): void => {
  it('begins a case of each of its workflows in a demonstration, if it fills one', async () => {
    const { db } = await door().ctx('command line');
    if ((await rowsOf(db, door())).flat().length === 0) return;
    for (const of of ownCases(door())) expect((await subjectsOf(db, of)).length, of.workflow.id).toBeGreaterThan(0);
  });

  it('has guards that decide by their subject alone: the same at any time, without changing it', async ({ annotate }) => {
    const { db } = await door().ctx('command line');
    for (const of of ownCases(door())) {
      const subjects = (await subjectsOf(db, of)).map(frozen);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2001-01-01T00:00:00Z') });
      const before = said(of, subjects);
      vi.setSystemTime(new Date('2031-07-31T23:00:00Z'));
      const after = said(of, subjects);
      vi.useRealTimers();
      expect(after).toEqual(before);
      expect(before.every((it) => typeof it === 'boolean')).toBe(true);
      const began = performance.now();
      for (let round = 0; round < 100; round += 1) said(of, subjects);
      await annotate(`${of.workflow.id}: ${(((performance.now() - began) * 10) / Math.max(1, before.length)).toFixed(1)} µs for a guard`);
    }
  });

  it('tells of each case what the inbox shows, in both languages, with a link to one of its pages', async () => {
    const { db } = await door().ctx('command line');
    const { id, pages = {} } = door().plugin.manifest;
    for (const of of ownCases(door())) {
      for (const subject of await subjectsOf(db, of)) {
        const { title, link } = of.describe(subject);
        expect([title.vi, title.en].every((it) => it?.trim())).toBe(true);
        expect([title.vi, title.en].join(' ')).not.toMatch(/\{\{/);
        expect(Object.keys(pages).some((page) => link === `/x/${id}/${page}` || link.startsWith(`/x/${id}/${page}?`)), link).toBe(true);
      }
    }
  });

  it('does its nightly work twice without doing it again', async () => {
    const { db } = await door().ctx('command line');
    const night = async () => {
      for (const job of Object.values(door().plugin.jobs ?? {})) await job.run(await door().ctx('command line'));
    };
    await night();
    const once = await rowsOf(db, door());
    await night();
    expect(await rowsOf(db, door())).toEqual(once);
  });

  it('reports a value or nothing for every column, and about nobody whom the reader may not see', async () => {
    const { plugin, people } = door();
    const { permissions = {} } = plugin.manifest;
    for (const [name, report] of Object.entries(plugin.reports ?? {})) {
      const keys = report.columns.map((it) => it.key).toSorted();
      for (const row of await report.rows(await door().ctx('command line'), days)) expect(Object.keys(row).toSorted(), name).toEqual(keys);
      for (const role of permissions[report.permission]?.grantTo ?? []) {
        const told = JSON.stringify(await report.rows(await door().ctx({ role, unit: 'B' }), days));
        expect(people.A.filter((it) => told.includes(it.id) || told.includes(it.name)), `${name} to ${role} of B`).toEqual([]);
      }
    }
  });
};
