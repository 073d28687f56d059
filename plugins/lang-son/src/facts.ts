import { defineFacts, fact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import { manifest } from './manifest.ts';
import { gateDuties } from './tables.ts';

export const facts = defineFacts(manifest, {
  atBorderGate: fact.flag({
    label: 'fact.atBorderGate',
    phrase: { holds: 'fact.atBorderGate.holds', fails: 'fact.atBorderGate.fails' },
    // The list of duties is whole: whoever does not stand on it is not on duty.
    fallback: false,
    relation: (asOf) => sql`select ${gateDuties.personId} as person_id, true as value from ${gateDuties} where ${gateDuties.validFrom} <= ${asOf} and ${gateDuties.validTo} > ${asOf}`,
  }),
});
