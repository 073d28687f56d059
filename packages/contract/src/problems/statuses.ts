/**
 * The status that each refusal is answered with. A verb's failure of a kind that is not here can't be answered and does not compile:
 * whoever adds a kind decides its status. The texts of the kinds stand in the message catalogues.
 */
export const problemStatuses = {
  // The frame
  'invalid-request': 400,
  'malformed-json': 400,
  'cursor-invalid': 400,
  'not-signed-in': 401,
  'second-factor-needed': 403,
  'cross-site-request': 403,
  forbidden: 403,
  'not-found': 404,
  'unknown-tenant': 404,
  'method-not-allowed': 404,
  'body-too-large': 413,
  'media-type-not-taken': 415,
  'idempotency-key-reused': 422,
  'version-missing': 428,
  'changed-meanwhile': 409,
  'too-many-requests': 429,
  'took-too-long': 503,
  'too-busy': 503,
  fault: 500,
  // Questions about figures
  'no-plan-in-force': 404,
  'unknown-plan-version': 404,
  'unknown-unit': 404,
  // Evidence
  'unknown-target': 404,
  'no-target-needs-evidence': 422,
  'target-has-percentage': 422,
  'title-missing': 422,
  'evidence-ends-before-issue': 422,
  'issued-in-the-future': 422,
  // Audit
  'unknown-audit-entry': 404,
  'unknown-person': 404,
  'no-file-of-this-account': 404,
  // Users and grants
  'own-grants': 403,
  'role-not-yours-to-give': 403,
  'outside-your-units': 403,
  'unknown-user': 404,
  'unknown-grant': 404,
  'granted-already': 409,
  'grant-ended': 409,
  'last-administrator': 409,
  'account-disabled': 409,
  'line-without-unit': 422,
  'grant-begins-in-the-past': 422,
  'grant-ends-before-it-begins': 422,
  'email-invalid': 422,
  'display-name-blank': 422,
  // Certificates and decisions
  'unknown-certificate': 404,
  'certificate-has-problems': 422,
  'certificate-there-already': 409,
  'certificate-void': 409,
  'state-not-reachable': 409,
  'same-person': 403,
  'own-certificate': 403,
  'why-missing': 422,
  'no-decision': 409,
  'level-not-in-framework': 422,
  'decided-before-exam': 422,
  'decided-in-the-future': 422,
  'decision-ends-before-exam': 422,
  // Catalogues and settings
  'unknown-rule': 404,
  'unknown-issuer': 404,
  'issuer-there-already': 409,
  'name-missing': 422,
  'past-not-changed': 409,
  'settings-not-in-form': 422,
  'settings-have-problems': 422,
} as const satisfies Record<string, number>;

/** The stable code of a refusal. */
export type ProblemCode = keyof typeof problemStatuses;
