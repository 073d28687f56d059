import { cli } from './cli.ts';
import { cluster } from './cluster.ts';
import { levels } from './levels.ts';
import { product } from './product.ts';
import { refusals } from './refusals.ts';
import { start } from './start.ts';
import { tenant } from './tenant.ts';

export const en = { cli, cluster, levels, product, refusals, start, tenant } as const;
