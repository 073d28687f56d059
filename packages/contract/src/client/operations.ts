// Written from the route definitions, of which it has only types at run time: npx vitest run --project unit packages/contract -u
import type * as audit from '../audit/index.ts';
import type * as evidence from '../evidence/index.ts';
import type * as me from '../me/index.ts';
import type * as units from '../units/index.ts';
import type * as users from '../users/index.ts';

/** Every route definition, by the name it is exported under. */
export type Definitions = typeof audit & typeof evidence & typeof me & typeof units & typeof users;

/** Method, path and statuses of each operation; those of refusals that every route may give are left out. */
export const operations = {
  changeGrant: ['PATCH', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409, 422, 428]],
  endGrant: ['DELETE', '/api/t/{tenant}/users/{id}/grants/{grant}', [200, 409]],
  getAuditEntry: ['GET', '/api/t/{tenant}/audit/{id}', [200]],
  giveGrant: ['POST', '/api/t/{tenant}/users/{id}/grants', [200, 201, 409, 422]],
  inviteUser: ['POST', '/api/t/{tenant}/invitations', [201, 409, 422]],
  listAudit: ['GET', '/api/t/{tenant}/audit', [200]],
  listEvidence: ['GET', '/api/t/{tenant}/evidence', [200]],
  listUnits: ['GET', '/api/t/{tenant}/units', [200]],
  listUsers: ['GET', '/api/t/{tenant}/users', [200]],
  me: ['GET', '/api/t/{tenant}/me', [200]],
  myReaders: ['GET', '/api/t/{tenant}/me/readers', [200]],
  personHistory: ['GET', '/api/t/{tenant}/people/{id}/history', [200]],
  personReaders: ['GET', '/api/t/{tenant}/people/{id}/readers', [200]],
  recordEvidence: ['POST', '/api/t/{tenant}/evidence', [200, 201, 422]],
  removeUser: ['DELETE', '/api/t/{tenant}/users/{id}', [200, 409]],
  showUser: ['GET', '/api/t/{tenant}/users/{id}', [200]],
} as const;
