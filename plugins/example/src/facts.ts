import { defineFacts, fact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import { manifest } from './manifest.ts';
import { frontDeskDuties } from './tables.ts';

export const facts = defineFacts(manifest, {
  servesForeignVisitors: fact.flag({
    label: 'fact.servesForeignVisitors',
    phrase: { holds: 'fact.servesForeignVisitors.holds', fails: 'fact.servesForeignVisitors.fails' },
    // The list of duties is whole: whoever does not stand on it does not serve visitors.
    fallback: false,
    relation: (asOf) => sql`select ${frontDeskDuties.personId} as person_id, true as value from ${frontDeskDuties} where ${frontDeskDuties.validFrom} <= ${asOf} and ${frontDeskDuties.validTo} > ${asOf}`,
  }),
});
