import { defineFacts, fact } from '@saubac/plugin-api';
import { sql } from 'drizzle-orm';

import { manifest } from './manifest.ts';
import { certificates, duties } from './tables.ts';

export const facts = defineFacts(manifest, {
  laoCourse: fact.scale(['none', 'basic', 'advanced'], {
    label: 'fact.laoCourse',
    codeLabels: { none: 'course.none', basic: 'course.basic', advanced: 'course.advanced' },
    // Classes are held by Sở Ngoại vụ alone, so whoever has no certificate here has completed no course.
    fallback: 'none',
    relation: (asOf) => sql`select ${certificates.personId} as person_id, ${certificates.course} as value from ${certificates} where ${certificates.issuedOn} <= ${asOf}`,
  }),
  worksWithLaos: fact.flag({
    label: 'fact.worksWithLaos',
    phrase: { holds: 'fact.worksWithLaos.holds', fails: 'fact.worksWithLaos.fails' },
    // The list is whole: whoever does not stand on it does not work with Laos.
    fallback: false,
    relation: (asOf) => sql`select ${duties.personId} as person_id, true as value from ${duties} where ${duties.validFrom} <= ${asOf} and ${duties.validTo} > ${asOf}`,
  }),
});
