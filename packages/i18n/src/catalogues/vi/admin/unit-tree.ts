/** The tree of units and its changes. */
export const unitTree = {
  title: 'Cơ quan, đơn vị',
} as const;
