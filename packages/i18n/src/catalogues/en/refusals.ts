import type { Catalogue } from '../../catalogue.ts';
import type { refusals as vi } from '../vi/refusals.ts';

export const refusals: Catalogue<typeof vi> = {
  'slug-taken': 'A tenant named “{{slug}}” exists already.',
  'slug-invalid': 'The name “{{slug}}” is not valid: small letters without accents, digits and hyphens, 3 to 40 characters, a letter first.',
  'unknown-tenant': 'There is no tenant “{{slug}}”.',
  'unknown-province': 'The reference data have no province with the code “{{provinceCode}}”.',
  'migrations-failed': 'Not upgraded: {{tenants, list}}. The others are done.',
  'migration-failed': 'The data structure could not be upgraded ({{migration.set}}/{{migration.version}}).',
};
