import { definePlugin } from '@saubac/plugin-api';

import { facts } from './facts.ts';
import { manifest } from './manifest.ts';
import { frontDeskDuties } from './tables.ts';
import { targets } from './targets.ts';

export default definePlugin(manifest, {
  tables: { frontDeskDuties },
  migrations: new URL('../migrations/', import.meta.url),
  facts,
  targets,
});
