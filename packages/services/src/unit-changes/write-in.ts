import { auditCareers, keepCareersBefore } from '@saubac/db/roster';
import { insertDetails } from '@saubac/db/audit';
import type { TenantTx } from '@saubac/db/tenancy';
import { keepPeopleDiffering, lockPeople, writeChangedPosts, writeChangedUnits } from '@saubac/db/unit-changes';
import type { StoredVersion } from '@saubac/db/roster';

import type { Judged } from './decide-in.ts';

type Made = Extract<Judged, { digest: string }>;

const versionsJson = (versions: readonly StoredVersion[]) => versions.map(({ from, to, path, value }) => ({ from, to, path, ...value }));

const peopleOf = ({ made }: Made): string[] => [...new Set([...made.changed.map(({ before }) => before), ...made.removed, ...made.started].map(({ person }) => person))];

/** Writes units and posts as decided and keeps what they were; `step` is told how far it is, in parts of a hundred. */
export const writeIn = async (tx: TenantTx, change: string, judged: Made, step: (percent: number) => Promise<void> = () => Promise.resolve()): Promise<void> => {
  const { made, changed, known } = judged;
  const people = peopleOf(judged);
  await lockPeople(tx, people);
  await writeChangedUnits(tx, change, known, changed, made.successions);
  await step(40);
  await keepPeopleDiffering(tx, people);
  await keepCareersBefore(tx, ['differing']);
  await step(55);
  await writeChangedPosts(tx, change, { changed: made.changed.map(({ after }) => after), removed: made.removed, started: made.started });
  await step(80);
};

/** Adds what a change did to each unit and person to its entry in the audit. */
export const detailsIn = async (tx: TenantTx, entry: string, { known, changed }: Made): Promise<void> => {
  const details = [...changed].map(([code, versions]) => {
    const before = known.stored.get(code);
    return { subjectId: known.ids.get(code)!, act: before ? 'unit.changed' : 'unit.added', before: before ? versionsJson(before) : null, after: versionsJson(versions) };
  });
  if (details.length > 0) await insertDetails(tx, entry, details);
  await auditCareers(tx, entry);
};
