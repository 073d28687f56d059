import type { Version } from './queries.ts';

/** How a version stands on a day: ruling, to come, over because another followed, withdrawn. */
export type VersionState = 'in-force' | 'to-come' | 'past' | 'withdrawn';

/** How a version stands today. */
export const stateOfVersion = ({ withdrawn, inForce, inForceFrom }: Pick<Version, 'withdrawn' | 'inForce' | 'inForceFrom'>, today: string): VersionState => {
  if (withdrawn) return 'withdrawn';
  if (inForce) return 'in-force';
  return inForceFrom > today ? 'to-come' : 'past';
};
