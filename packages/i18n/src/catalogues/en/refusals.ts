import type { Catalogue } from '../../catalogue.ts';
import type { refusals as vi } from '../vi/refusals.ts';

export const refusals: Catalogue<typeof vi> = {
  'slug-taken': 'A tenant named “{{slug}}” exists already.',
  'slug-invalid': 'The name “{{slug}}” is not valid: small letters without accents, digits and hyphens, 3 to 40 characters, a letter first.',
  'unknown-tenant': 'There is no tenant “{{slug}}”.',
  'unknown-province': 'The reference data have no province with the code “{{provinceCode}}”.',
  'migrations-failed': 'Not upgraded: {{tenants, list}}. The others are done.',
  'migration-failed': 'The data structure could not be upgraded ({{migration.set}}/{{migration.version}}).',
  'settings-not-in-form': 'The settings file is not in form.',
  'settings-have-problems': 'The settings can not be applied; nothing was changed.',
  'unknown-table': '{{path}}: there is no equivalence table “{{table}}” in the reference.',
  'unknown-type': '{{path}}: there is no certificate type “{{type}}” in the reference.',
  'ends-before-it-begins': '{{path}}: the end (validTo) must be after the first day (validFrom).',
  'issuer-twice': '{{path}}: the issuer “{{code}}” is named twice.',
  'periods-overlap': '{{path}}: shares days with {{other}}; give the earlier one an end (validTo).',
  'tables-cover-the-same-type': '{{path}}: from {{from, date}} on the tables {{tables, list}} both speak of {{types, list}}; end the one at {{other}} before that day.',
  'unknown-certificate': 'There is no such certificate within what you may see.',
  'level-not-in-framework': 'The framework {{framework}} has no level {{level}}.',
  'decided-before-exam': 'The confirmation can not be dated before the exam of {{examDate, date}}.',
  'decided-in-the-future': 'The confirmation can not be dated after today, {{today, date}}.',
  'state-not-reachable': 'A certificate can not go from the state {{from}} to {{to}}.',
};
