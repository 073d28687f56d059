/** Closed periods. */
export const closing = {
  title: 'Chốt số liệu',
} as const;
