import { definePlugin } from '@saubac/plugin-api';

import { facts } from './facts.ts';
import { manifest } from './manifest.ts';
import { reports } from './reports.ts';
import { routes } from './routes.ts';
import { sample } from './sample.ts';
import * as tables from './tables.ts';
import { targets } from './targets.ts';
import { workflows } from './workflows.ts';

export default definePlugin(manifest, {
  tables,
  migrations: new URL('../migrations/', import.meta.url),
  facts,
  targets,
  workflows,
  routes,
  reports,
  sample,
});
