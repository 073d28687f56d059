/** The plan and its editor. */
export const planEditor = {
  title: 'Kế hoạch',
} as const;
