export { heldRoles } from './held-roles.ts';
export { isKeyTaken, keepOutcome, keptOutcome, type KeptOutcome, type RepeatableRequest } from './idempotency.ts';
export { personInside, unitIdsInside, unitInside } from './inside-scope.ts';
export { unitTopology } from './topology.ts';
