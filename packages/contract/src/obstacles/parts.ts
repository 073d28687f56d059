/** Where an obstacle can be on its way. */
export const obstacleStates = ['raised', 'in-hand', 'answered', 'closed', 'withdrawn'] as const;
