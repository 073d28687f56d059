import type { PersonId } from '@saubac/domain/values';
import type { PluginReport } from '@saubac/plugin-api';

import { listDuties } from './duties/duties.ts';
import { gateFigures } from './duties/gate-figures.ts';
import { type manifest, type Word } from './manifest.ts';
import { vi } from './words/vi.ts';

type Report = PluginReport<Word, keyof NonNullable<(typeof manifest)['permissions']>>;

/** What each gate had in the period, of the people whom the reader may see. */
const gates: Report = {
  title: 'report.gates',
  permission: 'duty.read',
  columns: [
    { key: 'gate', title: 'column.gate', type: 'text' },
    { key: 'duties', title: 'column.duties', type: 'number' },
    { key: 'people', title: 'column.people', type: 'number' },
    { key: 'personDays', title: 'column.personDays', type: 'number' },
  ],
  rows: async ({ db, core }, period) => {
    const duties = await listDuties(db);
    const seen = await core.people([...new Set(duties.map((it) => it.person as PersonId))]);
    // Names of gates are the same in every language.
    return gateFigures(duties.filter((it) => seen.has(it.person as PersonId)), period).map(({ gate, ...figures }) => ({ gate: vi[`gate.${gate}`], ...figures }));
  },
};

export const reports = { gates };
