import type { DoneOf } from '@saubac/contract/client';

/** What a plugin opens to whoever is signed in. */
export type OpenPlugin = DoneOf<'me'>['value']['plugins'][number];

/** Who is signed in to a tenant. */
export type Caller = DoneOf<'me'>['value'];
