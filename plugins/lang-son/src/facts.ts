import { defineFacts, fact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import { manifest } from './manifest.ts';
import { gateDuties } from './tables.ts';

export const facts = defineFacts(manifest, {
  onGateDuty: fact.flag({
    label: 'fact.onGateDuty',
    phrase: { holds: 'fact.onGateDuty.holds', fails: 'fact.onGateDuty.fails' },
    // The list of duties is whole: whoever does not stand on it is not at a gate.
    fallback: false,
    relation: (asOf) => sql`select ${gateDuties.personId} as person_id, true as value from ${gateDuties} where ${gateDuties.validFrom} <= ${asOf} and ${gateDuties.validTo} > ${asOf}`,
  }),
});
