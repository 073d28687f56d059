export { createAuth, type Auth, type AuthParts } from './auth.ts';
export { revoking } from './revoking.ts';
export { defaultRules, type AuthRules, type PasswordCost } from './rules.ts';
export type { Client } from './client.ts';
