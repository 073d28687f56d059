/** What the product itself says about duties. */
export const duties = {
  noLongerGiven: 'The plan in force no longer gives this duty to this body.',
} as const;
