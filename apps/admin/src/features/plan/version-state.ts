import type { Version } from './queries.ts';

/** How a version stands on a day: ruling, to come, over because another followed, withdrawn. */
export type VersionState = 'in-force' | 'to-come' | 'past' | 'withdrawn';

/** How a version stands today. */
export const stateOfVersion = ({ withdrawn, inForce, inForceFrom }: Pick<Version, 'withdrawn' | 'inForce' | 'inForceFrom'>, today: string): VersionState => {
  if (withdrawn) return 'withdrawn';
  if (inForce) return 'in-force';
  return inForceFrom > today ? 'to-come' : 'past';
};

/** Where a draft stands on its way to be in force. */
export type Way = 'none' | 'draft' | 'waiting-check' | 'checked' | 'approved' | 'withdrawn';

const ways: ReadonlySet<string> = new Set<Way>(['draft', 'waiting-check', 'checked', 'approved', 'withdrawn']);

/** Where a draft stands; a state that a plugin added counts as the one of the product that the server names. */
export const wayOf = ({ case: it }: { case: { state: string } | null }): Way => (it && ways.has(it.state) ? (it.state as Way) : 'none');

/** Whether a draft is with those who check and approve. */
export const onItsWay = (draft: { case: { state: string } | null }): boolean => ['waiting-check', 'checked'].includes(wayOf(draft));
