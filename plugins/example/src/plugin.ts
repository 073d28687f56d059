import { definePlugin } from '@saubac/plugin-api';

import { configSchema } from './config.ts';
import { facts } from './facts.ts';
import { handlers } from './handlers.ts';
import { jobs } from './jobs.ts';
import { manifest } from './manifest.ts';
import { reports } from './reports.ts';
import { routes } from './routes.ts';
import { sample } from './sample.ts';
import * as tables from './tables.ts';
import { targets } from './targets.ts';
import { workflows } from './workflows.ts';

export default definePlugin(manifest, {
  config: configSchema,
  tables,
  migrations: new URL('../migrations/', import.meta.url),
  facts,
  targets,
  workflows,
  routes,
  handlers,
  jobs,
  reports,
  sample,
});
