/** How the processes that go on running share the connections that tenants may have. A command is brief and lives on the reserve. */
export const poolShares = { api: 2 / 3, worker: 1 / 3 } as const;
