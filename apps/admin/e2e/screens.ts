/** Every screen of a tenant that has an address of its own, as the head of the home affairs department opens it. */
export const screens: readonly string[] = [
  '?on=2025-12-31',
  '?on=1999-12-31',
  '/people',
  '/units?on=2025-07-01',
  '/units/changes',
  '/units/changes/new',
  '/units/changes/upload',
];
