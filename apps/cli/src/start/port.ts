import { createServer } from 'node:net';
import { fail, ok, type Result } from '@saubac/domain/values';

/** The port when PORT names none. */
const usualPort = 3000;

/** The port that PORT names. */
export const portOf = (env: Readonly<Record<string, string | undefined>>): Result<number, { kind: 'port-invalid'; value: string }> => {
  const value = env['PORT'];
  if (value === undefined || value === '') return ok(usualPort);
  const port = Number(value);
  return /^\d+$/.test(value) && port >= 1 && port <= 65_535 ? ok(port) : fail({ kind: 'port-invalid', value });
};

/** Whether nobody listens on a port. Asked before anything else is begun, so that a wrong port costs nothing. */
export const isPortFree = (port: number, host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** A port to propose in the place of one that is taken: the next free one, or a far one if none is near. */
export const freePortAfter = async (taken: number, host: string): Promise<number> => {
  for (let port = taken + 1; port <= Math.min(taken + 20, 65_535); port += 1) if (await isPortFree(port, host)) return port;
  return taken < 60_000 ? taken + 1_000 : usualPort;
};
