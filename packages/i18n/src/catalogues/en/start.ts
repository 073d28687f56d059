import type { Catalogue } from '../../catalogue.ts';
import type { start as vi } from '../vi/start.ts';

export const start: Catalogue<typeof vi> = {
  portInvalid: 'PORT must be a number from 1 to 65535, not “{{value}}”.',
  portTaken: 'Port {{port}} is used by another program. Choose another one, for example: PORT={{suggestion}} npm start',
  database: 'Database: {{place}}',
  databaseEmbedded: 'embedded PostgreSQL, folder {{folder}}',
  databaseGiven: 'the server named in DATABASE_URL',
  migrated: 'Structure and reference data are ready.',
  migrationFailed: '{{slug}}: the data structure could not be upgraded ({{set}}/{{version}}).',
  demoStep: '{{name}}: {{step}}',
  stepTenant: 'creating its database …',
  stepSettings: 'settings …',
  stepPlugins: 'plugins …',
  stepRoster: 'making up a roster …',
  stepImport: 'importing the roster …',
  stepPlan: 'putting the plan in force …',
  demoLoaded: '{{name}}: loaded ({{seconds, number}} s).',
  demoPresent: '{{name}}: data are there.',
  demoOwn: '{{name}}: is there and is not a sample; left as it is.',
  demoFailed: '{{name}}: sample data could not be loaded: {{message}}',
  ready: 'Ready at {{address}}  (Ctrl-C stops it)',
  stopping: 'Stopping …',
  stopped: 'Stopped.',
  serverFailed: 'The HTTP server stopped unexpectedly.',
};
