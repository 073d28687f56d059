export { announceAccess, findGrant, insertGrant, listGrants, type NamedGrant, saveGrantEnd, takeTurn } from './grants.ts';
export { heldRoles, linesOf, rolesOfAll, type RolesHeld } from './held-roles.ts';
export { isKeyTaken, keepingOutcome, keptOutcome, type KeptOutcome, type RepeatableRequest, settleOutcome } from './idempotency.ts';
export { personInside, unitIdsInside, unitInside } from './inside-scope.ts';
export { unitTopology } from './topology.ts';
