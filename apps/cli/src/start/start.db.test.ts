import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const startFile = join(import.meta.dirname, '..', 'start.ts');
const mainFile = join(import.meta.dirname, '..', 'main.ts');

let dataDir: string;
const running: ChildProcess[] = [];

type Ended = { code: number | null; out: string; err: string };

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const environment = (more: Record<string, string>): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _url, npm_lifecycle_event: _npm, ...env } = process.env;
  return { ...env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', SAUBAC_DATA_DIR: dataDir, SAUBAC_DEMO: 'off', ...more };
};

const startProcess = (file: string, args: readonly string[], more: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [file, ...args], { env: environment(more), stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  const written = { out: '', err: '' };
  child.stdout.on('data', (piece: Buffer) => (written.out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (written.err += piece.toString()));
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...written })));
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (written.out.includes(text)) resolve();
      };
      child.stdout.on('data', look);
      void ended.then((end) => reject(new Error(`It ended before it said “${text}”: ${JSON.stringify(end)}`)));
      look();
    });
  return { child, ended, says };
};

const startProduct = async () => {
  const port = await freePort();
  const product = startProcess(startFile, [], { PORT: String(port) });
  await product.says(`http://localhost:${port}`);
  return { ...product, address: `http://127.0.0.1:${port}` };
};

const clusterFolder = (): string => {
  const note = join(dataDir, 'postgres-folder');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataDir, 'postgres');
};

const postmasterFile = (): string => join(clusterFolder(), 'postmaster.pid');
// The server takes its file away as the last thing it does.
const postgresRuns = (): boolean => existsSync(postmasterFile());
const postgresProcess = (): number => Number(readFileSync(postmasterFile(), 'utf8').split('\n')[0]);

const healthOf = async (address: string): Promise<number> => (await fetch(`${address}/healthz`)).status;

beforeEach(() => {
  // Nobody but its owner may enter, as in a private home folder.
  dataDir = mkdtempSync(join(tmpdir(), 'saubac-start-'));
});

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
  if (existsSync(clusterFolder())) {
    if (postgresRuns()) process.kill(postgresProcess(), 'SIGQUIT');
    rmSync(clusterFolder(), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
  rmSync(dataDir, { recursive: true, force: true });
});

describe('starting the product', () => {
  it('serves, lets the command line share its database, and leaves nothing behind when it is told to stop', async () => {
    const { child, ended, address } = await startProduct();
    expect(await healthOf(address)).toBe(200);
    expect(postgresRuns()).toBe(true);

    const list = await startProcess(mainFile, ['tenant', 'list', '--json']).ended;
    expect(list).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(await healthOf(address)).toBe(200);

    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
    expect(postgresRuns()).toBe(false);
    await expect(healthOf(address)).rejects.toThrow('fetch failed');
    expect(readdirSync(join(dataDir, 'users'))).toEqual([]);
  });

  it('recovers from being killed: the orphans end or are taken over, and what was written is there', async () => {
    const first = await startProduct();
    const created = await startProcess(mainFile, ['tenant', 'create', 'mau', '--name', 'M', '--kind', 'province']).ended;
    expect(created.code).toBe(0);
    first.child.kill('SIGKILL');
    await first.ended;

    const second = await startProduct();
    expect(await healthOf(second.address)).toBe(200);
    await expect(healthOf(first.address)).rejects.toThrow('fetch failed');
    const list = await startProcess(mainFile, ['tenant', 'list', '--json']).ended;
    expect(JSON.parse(list.out)).toMatchObject([{ slug: 'mau', status: 'active' }]);

    expect(postgresRuns()).toBe(true);
    second.child.kill('SIGINT');
    expect((await second.ended).code).toBe(0);
    expect(postgresRuns()).toBe(false);
  });

  it('says in one sentence that the port is taken, before it begins anything else', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, out, err } = await startProcess(startFile, [], { PORT: String(port) }).ended;
    server.close();
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain(`Cổng ${port} đang được chương trình khác dùng.`);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('tells an outage of a given database in a sentence', async () => {
    const { code, err } = await startProcess(mainFile, ['tenant', 'list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }).ended;
    expect(code).toBe(1);
    expect(err).toContain('Không kết nối được tới máy chủ cơ sở dữ liệu');
    expect(err).not.toContain('    at ');
  });
});
