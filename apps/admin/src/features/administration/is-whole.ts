/** Whether some role of somebody reaches the whole tenant. Which roles may be given there is what the API says. */
export const isWhole = ({ roles }: { roles: readonly { scope: { kind: 'everything' | 'subtrees' } }[] }): boolean => roles.some((it) => it.scope.kind === 'everything');
