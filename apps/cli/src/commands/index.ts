import type { Commands } from '../frame/frame.ts';
import { auditCommands } from './audit.ts';
import { equivalenceCommands } from './equivalence.ts';
import { closeCommands } from './close.ts';
import { evidenceCommands } from './evidence.ts';
import { explainCommands } from './explain.ts';
import { grantCommands } from './grant.ts';
import { jobsCommands } from './jobs.ts';
import { migrateCommands } from './migrate.ts';
import { peopleCommands } from './people.ts';
import { planCommands } from './plan.ts';
import { pluginCommands } from './plugin.ts';
import { progressCommands } from './progress.ts';
import { rosterCommands } from './roster.ts';
import { sampleCommands } from './sample.ts';
import { settingsCommands } from './settings.ts';
import { standardsCommands } from './standards.ts';
import { tenantCommands } from './tenant.ts';
import { twinsCommands } from './twins.ts';
import { unitCommands } from './unit.ts';
import { userCommands } from './user.ts';

/** Every noun of the command line, in the order of the help. */
export const commands: readonly Commands[] = [
  tenantCommands,
  migrateCommands,
  planCommands,
  settingsCommands,
  equivalenceCommands,
  rosterCommands,
  progressCommands,
  peopleCommands,
  explainCommands,
  closeCommands,
  standardsCommands,
  evidenceCommands,
  twinsCommands,
  unitCommands,
  userCommands,
  grantCommands,
  pluginCommands,
  sampleCommands,
  auditCommands,
  jobsCommands,
];
