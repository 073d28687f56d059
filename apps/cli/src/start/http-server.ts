import { join } from 'node:path';
import type { Login, Server } from '@saubac/db/cluster';
import { isSafeMode } from '@saubac/plugin-host';
import { productRoot, productVersion } from '../frame/installation.ts';
import { startChild, type Child } from './child.ts';

type HttpSettings = { port: number; host: string; server: Server; login: Login; key: { name: string; base64: string }; filesFolder: string; pagesFolder: string };
type Report = { listening: number } | { fault: string };

const serverFile = join(productRoot, 'apps', 'api', 'src', 'main.ts');

const reportOf = (child: Child): Promise<Report> =>
  new Promise((resolve) => {
    child.process.once('message', (report: Report) => resolve(report));
    void child.ended.then((code) => resolve({ fault: `exit ${code}` }));
  });

const numberIn = (text: string | undefined): number | undefined => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);

/** What an operator may set by the environment: how much is logged, where metrics are told, by which address users reach the product, whether a proxy stands in front and plugins are left out. */
const operatorSettings = (env: NodeJS.ProcessEnv): { logLevel?: string; metricsPort?: number; publicUrl?: string; safeMode: boolean; limits?: { behindProxy: boolean } } => {
  const metricsPort = numberIn(env['METRICS_PORT']);
  return {
    ...(env['LOG_LEVEL'] ? { logLevel: env['LOG_LEVEL'] } : {}),
    ...(metricsPort === undefined ? {} : { metricsPort }),
    ...(env['SAUBAC_PUBLIC_URL'] ? { publicUrl: env['SAUBAC_PUBLIC_URL'] } : {}),
    safeMode: isSafeMode(env),
    limits: { behindProxy: env['BEHIND_PROXY'] === 'yes' },
  };
};

/**
 * Starts the HTTP server in a process of its own, which is given the login that serves and not the one that makes tenants.
 * Resolves when it listens; throws if it cannot.
 */
export const startHttpServer = async (settings: HttpSettings): Promise<Child> => {
  // Passwords of the environment are none of its business.
  const { DATABASE_URL: _url, SAUBAC_KEY: _key, SMTP_URL: _smtp, ...env } = process.env;
  const child = startChild(serverFile, [], env);
  child.process.send({ ...settings, ...operatorSettings(process.env), version: productVersion });
  const report = await reportOf(child);
  if ('listening' in report) return child;
  await child.stop();
  throw new Error(report.fault);
};
