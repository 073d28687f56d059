export { heldRoles } from './held-roles.ts';
export { isKeyTaken, keepingOutcome, keptOutcome, type KeptOutcome, type RepeatableRequest } from './idempotency.ts';
