import type { Commands } from '../frame/frame.ts';
import { migrateCommands } from './migrate.ts';
import { tenantCommands } from './tenant.ts';

/** Every noun of the command line, in the order of the help. */
export const commands: readonly Commands[] = [tenantCommands, migrateCommands];
