import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import autocannon from 'autocannon';

/** A server in a process of its own. */
export type ServerProcess = { address: string; megabytes: () => number; stop: () => Promise<void> };

/** Starts a file that listens once it was told what to do, and says where. */
export const startServerProcess = async (file: string, order: object): Promise<ServerProcess> => {
  const child: ChildProcess = fork(file, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  child.send(order);
  const { listening, fault } = await new Promise<{ listening?: number; fault?: string }>((resolve) => {
    child.once('message', resolve as (message: unknown) => void);
    child.once('exit', (code) => resolve({ fault: `exit ${code}` }));
  });
  if (listening === undefined) throw new Error(fault);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return {
    address: `http://127.0.0.1:${listening}`,
    megabytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    stop: async () => {
      child.disconnect();
      child.kill('SIGTERM');
      await gone;
    },
  };
};

/** One request of a load, made anew each time. */
export type Shot = { path: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string };

export type Measured = { perSecond: number; p50: number; p99: number; failed: number };

/** Asks a server for some seconds over so many connections. Answers other than 2xx are counted as failed. */
export const load = async (address: string, connections: number, seconds: number, shot: () => Shot): Promise<Measured> => {
  const result = await autocannon({
    url: address,
    connections,
    duration: seconds,
    requests: [{ setupRequest: (request) => ({ ...request, method: 'GET', ...shot() }) }],
  });
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99, failed: result.non2xx + result.errors };
};
