export { heldRoles } from './held-roles.ts';
export { isKeyTaken, keepOutcome, keptOutcome, type KeptOutcome, type RepeatableRequest } from './idempotency.ts';
