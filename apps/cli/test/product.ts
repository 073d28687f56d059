import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from '../src/start/port.ts';

const startFile = join(import.meta.dirname, '..', 'src', 'start.ts');
const mainFile = join(import.meta.dirname, '..', 'src', 'main.ts');

/** Heads the npm scripts, so it does here. */
const requireNode = join(import.meta.dirname, '../../../packages/tooling/src/require-node.cjs');

/** How a process ended, and all it wrote. */
export type Ended = { code: number | null; out: string; err: string };

/** A process of the product: what it was started as, how it ends, and a wait until it says something. */
export type Running = { child: ChildProcess; ended: Promise<Ended>; says: (text: string) => Promise<void> };

/** A port that somebody listens on. */
export const occupyPort = async (): Promise<{ port: number; free: () => Promise<void> }> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, free: () => new Promise((resolve) => server.close(() => resolve())) };
};

/**
 * A free port for a process that is started later. Below those that the system gives to connections as they come (32768 and up), so that
 * nobody gets it meanwhile.
 */
const reservedPort = async (): Promise<number> => {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
};

const watch = (child: ChildProcess): Running => {
  const written = { out: '', err: '' };
  child.stdout?.on('data', (piece: Buffer) => (written.out += piece.toString()));
  child.stderr?.on('data', (piece: Buffer) => (written.err += piece.toString()));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...written })));
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (written.out.includes(text)) resolve();
      };
      child.stdout?.on('data', look);
      void ended.then((end) => reject(new Error(`It ended before it said “${text}”: ${JSON.stringify(end)}`)));
      look();
    });
  return { child, ended, says };
};

/** The product on a data folder of its own, as somebody would start it and give it commands. */
export class Product {
  // Nobody but its owner may enter, as in a private home folder.
  readonly dataDir = mkdtempSync(join(tmpdir(), 'saubac-start-'));
  readonly #running: ChildProcess[] = [];

  #spawn(file: string, args: readonly string[], more: Record<string, string>): Running {
    const { DATABASE_URL: _url, npm_lifecycle_event: _npm, ...env } = process.env;
    const own = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', SAUBAC_DATA_DIR: this.dataDir, SAUBAC_DEMO: 'off' };
    const child = spawn(process.execPath, ['-r', requireNode, file, ...args], { env: { ...env, ...own, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#running.push(child);
    return watch(child);
  }

  /** One command line, to its end. */
  command(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
    return this.#spawn(mainFile, args, env).ended;
  }

  /** `npm start` on a port, not waited for. */
  startOn(port: number, env: Record<string, string> = {}): Running {
    return this.#spawn(startFile, [], { PORT: String(port), ...env });
  }

  /** `npm start` on a free port, until it has printed its address or something else. */
  async start(env: Record<string, string> = {}, until?: string): Promise<Running & { address: string }> {
    const port = await reservedPort();
    const running = this.startOn(port, env);
    await running.says(until ?? `http://localhost:${port}`);
    return { ...running, address: `http://127.0.0.1:${port}` };
  }

  get #clusterFolder(): string {
    const note = join(this.dataDir, 'postgres-folder');
    return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(this.dataDir, 'postgres');
  }

  get #postmasterFile(): string {
    return join(this.#clusterFolder, 'postmaster.pid');
  }

  /** Whether the database server runs. It takes its file away as the last thing it does. */
  get postgresRuns(): boolean {
    return existsSync(this.#postmasterFile);
  }

  /** Ends what still runs and takes the data away. */
  remove(): void {
    for (const child of this.#running) if (child.exitCode === null) child.kill('SIGKILL');
    if (this.postgresRuns) process.kill(Number(readFileSync(this.#postmasterFile, 'utf8').split('\n')[0]), 'SIGQUIT');
    rmSync(this.#clusterFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** What `/healthz` answers. */
export const healthOf = async (address: string): Promise<number> => (await fetch(`${address}/healthz`)).status;
