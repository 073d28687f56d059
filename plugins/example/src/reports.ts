import type { PersonId } from '@saubac/domain/values';
import type { PluginReport } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { listDuties } from './duties/duties.ts';
import { daysWithin, lastDayOf } from './duties/period.ts';
import type { manifest, Word } from './manifest.ts';

type Report = PluginReport<Word, keyof NonNullable<(typeof manifest)['permissions']>, Config>;

/** Who served foreign visitors in the period, where, and for how many days of it. */
const duties: Report = {
  title: 'report.duties',
  permission: 'duty.read',
  columns: [
    { key: 'name', title: 'column.name', type: 'text' },
    { key: 'unit', title: 'column.unit', type: 'text' },
    { key: 'place', title: 'column.place', type: 'text' },
    { key: 'from', title: 'column.from', type: 'date' },
    { key: 'last', title: 'column.last', type: 'date' },
    { key: 'days', title: 'column.days', type: 'number' },
  ],
  rows: async ({ db, core }, period) => {
    const served = (await listDuties(db)).map((it) => ({ ...it, days: daysWithin(it, period) })).filter((it) => it.days > 0);
    const people = await core.people([...new Set(served.map((it) => it.person as PersonId))]);
    return served.flatMap((it) => {
      const person = people.get(it.person as PersonId);
      return person ? [{ name: person.name, unit: person.unit?.name ?? null, place: it.place, from: it.from, last: lastDayOf(it), days: it.days }] : [];
    });
  },
};

export const reports = { duties };
