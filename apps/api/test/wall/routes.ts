import { permissions, type Permission } from '@saubac/domain/access';
import type { createServer } from '../../src/create-server.ts';
import type { Schema } from './sample-request.ts';

type App = ReturnType<typeof createServer>;

export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema };
export type Operation = {
  operationId: string;
  'x-permission'?: Permission | null;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};

/** A route: what the router answers to and what the contract says of it. */
export type WallRoute = { id: string; method: string; path: string; permission: Permission | null; operation: Operation };

export const documentOf = async (app: App): Promise<{ paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } }> =>
  (await (await app.request('/api/openapi.json')).json()) as Awaited<ReturnType<typeof documentOf>>;

const braced = (path: string): string => path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}');

/** What the router itself answers to below an address, by method and path. Middleware answers to all methods and is none of it. */
export const routedPaths = (app: App, below: string): string[] => [
  ...new Set(app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith(below) && !path.endsWith('*')).map(({ method, path }) => `${method} ${braced(path)}`)),
];

/** The routes below an address as the contract declares them. */
export const declaredRoutes = async (app: App, below: string): Promise<WallRoute[]> =>
  Object.entries((await documentOf(app)).paths)
    .filter(([path]) => path.startsWith(below))
    .flatMap(([path, operations]) => Object.entries(operations).map(([method, operation]) => ({ id: operation.operationId, method: method.toUpperCase(), path, permission: operation['x-permission'] ?? null, operation })));

/** Whether a route says which permission it asks for, or that it asks for none. */
export const declaresPermission = ({ operation }: WallRoute): boolean => {
  const declared = operation['x-permission'];
  return declared === null || (declared !== undefined && permissions.includes(declared));
};
