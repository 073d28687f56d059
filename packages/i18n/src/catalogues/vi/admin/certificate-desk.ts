/** Register, verification desk, issuers, validity, equivalence. */
export const certificateDesk = {
  title: 'Chứng chỉ',
} as const;
