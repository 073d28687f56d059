import type { Catalogue } from '../../catalogue.ts';
import type { problems as vi } from '../vi/problems.ts';

export const problems: Catalogue<typeof vi> = {
  'invalid-request': 'The request is not in the form asked for; correct the fields named and send it again.',
  'malformed-json': 'What was sent is not valid JSON.',
  'cursor-invalid': 'The place in the list (after) was not given by this system; read the list from its beginning.',
  'not-signed-in': 'Nobody is signed in, or the session has ended; sign in again.',
  'second-factor-needed': 'A second factor is needed before going on: give its code, or set one up.',
  forbidden: 'None of your roles lets you “{{permission}}”. If you need it for your work, ask an administrator of users.',
  'cross-site-request': 'The request comes from another site and is not taken.',
  'unknown-session': 'There is no such session, or it has ended.',
  'not-found': 'There is nothing at this address.',
  'tenant-archived': 'This place is archived; ask whoever runs the installation.',
  'unknown-tenant': 'There is no such place, or this account does not belong to it.',
  'method-not-allowed': 'This address does not take that.',
  'body-too-large': 'What was sent is too large.',
  'media-type-not-taken': 'Content of this type is not taken.',
  'idempotency-key-reused': 'This Idempotency-Key was used for another request; use a new one.',
  'version-missing': 'Send the version that you saw (If-Match).',
  'changed-meanwhile': 'Somebody else has changed this meanwhile; look at both versions and choose.',
  'too-many-requests': 'Too many requests; try again in {{seconds, number}} seconds.',
  'took-too-long': 'This took too long and was stopped; narrow the question or try again later.',
  'too-busy': 'The system is busy; try again in some minutes.',
  fault: 'There is a fault in the system; it has been recorded under the id of the request.',
  'unknown-unit': 'There is no unit with the code “{{unit}}” in your scope on {{on, date}}.',
};
