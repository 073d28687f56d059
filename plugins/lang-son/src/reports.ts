import type { PersonId } from '@saubac/domain/values';
import type { PluginReport } from '@saubac/plugin-api';

import { dutiesWithin } from './duties/duties.ts';
import { figuresOf } from './duties/gate-figures.ts';
import { manifest, type Word } from './manifest.ts';

type Report = PluginReport<Word, keyof NonNullable<(typeof manifest)['permissions']>>;

/** How many duties, people and person-days each gate had in the period, among those whom the reader may see. */
const gates: Report = {
  title: 'report.gates',
  permission: 'duty.read',
  columns: [
    { key: 'gate', title: 'column.gate', type: 'text' },
    { key: 'duties', title: 'column.duties', type: 'number' },
    { key: 'people', title: 'column.people', type: 'number' },
    { key: 'days', title: 'column.days', type: 'number' },
  ],
  rows: async ({ db, core }, period) => {
    const held = await dutiesWithin(db, period);
    const people = await core.people([...new Set(held.map((it) => it.person as PersonId))]);
    // Names of gates are the same in every language.
    return figuresOf(held.filter((it) => people.has(it.person as PersonId)), period).map((it) => ({ ...it, gate: manifest.words.vi[`gate.${it.gate}`] }));
  },
};

export const reports = { gates };
