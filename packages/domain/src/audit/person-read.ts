import type { PersonId, UserId } from '../values/index.ts';

/** What can be opened of a person's file, each noted apart. Lists and exports are acts of their own and are not noted for each person. */
export const personReadKinds = ['file', 'certificates', 'certificate', 'document', 'level', 'explanation', 'history'] as const;

export type PersonReadKind = (typeof personReadKinds)[number];

/** Somebody opened something of a person's file. `reader` null: whoever runs the installation, at the command line. */
export type PersonRead = { person: PersonId; reader: UserId | null; what: PersonReadKind; at: Date };

const hourMs = 3_600_000;

/** The whole hour of a moment: what one reader opens of one person is noted once in it. The same in UTC and in Vietnam. */
export const hourOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / hourMs) * hourMs);
