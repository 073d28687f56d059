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
  'target-without-people': 422,
  'target-unavailable': 422,
  'rule-has-problems': 422,
  // Plans and drafts
  'plan-has-problems': 422,
  'unknown-scope-units': 422,
  'unknown-rule-units': 422,
  'plan-outside-your-units': 403,
  'territory-taken': 409,
  'another-version-on-that-day': 409,
  'after-the-plan-ended': 422,
  'plan-version-withdrawn': 409,
  'unknown-draft': 404,
  'draft-closed': 409,
  'same-person': 409,
  'not-a-draft': 422,
  'draft-too-large': 422,
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
} as const satisfies Record<string, number>;

/** The stable code of a refusal. */
export type ProblemCode = keyof typeof problemStatuses;
