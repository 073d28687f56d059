import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = join(fileURLToPath(new URL('../../../../deploy/reference/', import.meta.url)), 'national-plan.json');

type NationalPlan = Record<string, unknown> & { targets: { id: string }[] };

let read: Promise<NationalPlan> | undefined;

/** The national plan as the product ships it, for drafts to begin with and for the rows they may name. */
export const nationalPlan = (): Promise<NationalPlan> => (read ??= readFile(file, 'utf8').then((text) => JSON.parse(text) as NationalPlan));
