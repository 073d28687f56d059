import { join } from 'node:path';
import type { Login, Server } from '@saubac/db/cluster';
import { productRoot, productVersion } from '../frame/installation.ts';
import { startChild, type Child } from './child.ts';

type HttpSettings = { port: number; host: string; server: Server; login: Login; key: { name: string; base64: string } };
type Report = { listening: number } | { fault: string };

const serverFile = join(productRoot, 'apps', 'api', 'src', 'main.ts');

const reportOf = (child: Child): Promise<Report> =>
  new Promise((resolve) => {
    child.process.once('message', (report: Report) => resolve(report));
    void child.ended.then((code) => resolve({ fault: `exit ${code}` }));
  });

/**
 * Starts the HTTP server in a process of its own, which is given the login that serves and not the one that makes tenants.
 * Resolves when it listens; throws if it cannot.
 */
export const startHttpServer = async (settings: HttpSettings): Promise<Child> => {
  // Passwords of the environment are none of its business.
  const { DATABASE_URL: _url, SAUBAC_KEY: _key, ...env } = process.env;
  const child = startChild(serverFile, [], env);
  child.process.send({ ...settings, version: productVersion });
  const report = await reportOf(child);
  if ('listening' in report) return child;
  await child.stop();
  throw new Error(report.fault);
};
