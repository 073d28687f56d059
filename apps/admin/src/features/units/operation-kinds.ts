/** What may be done to units, in the order in which it is offered. */
export const operationKinds = ['merge', 'split', 'move', 'abolish', 'rename', 'line', 'establish'] as const;
export type OperationKind = (typeof operationKinds)[number];
