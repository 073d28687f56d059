import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startEmbedded, type EmbeddedConfig, type EmbeddedServer } from './embedded.ts';
import { isAlive } from './process-state.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { connect } from './server.ts';

const folders: string[] = [];
const servers: EmbeddedServer[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'saubac-embedded-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return join(folder, '.data');
};

const start = async (config: EmbeddedConfig): Promise<EmbeddedServer> => {
  const server = await startEmbedded(config);
  servers.push(server);
  return server;
};

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const query = async (server: EmbeddedServer, statement: string): Promise<unknown[]> => {
  const client = connect({ url: `postgres://${server.host}:${server.port}`, database: 'postgres' }, server.superuser);
  try {
    return [...(await client.unsafe(statement))];
  } finally {
    await client.end();
  }
};

const gone = async (pid: number): Promise<boolean> => {
  for (let waited = 0; waited < 500 && isAlive(pid); waited += 1) await sleep(20);
  return !isAlive(pid);
};

const postmasterOf = (server: EmbeddedServer): number => readPostmasterFile(server.folder)?.pid ?? 0;

/** Another process that starts (or joins) the server of a folder and stays until it is killed. */
const startElsewhere = async (config: EmbeddedConfig): Promise<ChildProcess> => {
  const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))};
    const server = await startEmbedded(${JSON.stringify(config)}); console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', reject);
  });
  return child;
};

const killed = async (child: ChildProcess): Promise<void> => {
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exit;
};

describe('the embedded server', () => {
  it('keeps its data from one start to the next', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir, throwaway: true });
    await query(first, 'create table kept (n int)');
    await first.stop();
    const second = await start({ dataDir, throwaway: true });
    expect(await query(second, 'select * from kept')).toEqual([]);
  });

  it('says so where the port that it was given is taken', async () => {
    const first = await start({ dataDir: newFolder(), throwaway: true });
    await expect(startEmbedded({ dataDir: newFolder(), throwaway: true, port: first.port })).rejects.toMatchObject({ code: 'start-failed', details: { portTaken: 'yes' } });
  });

  it('runs as PostgreSQL 18 with UTF-8, scram passwords and 800 connections, and listens to this machine alone', async () => {
    const server = await start({ dataDir: newFolder(), throwaway: true });
    const [facts] = await query(
      server,
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
              current_setting('max_connections') as connections, (select string_agg(distinct auth_method, ',') from pg_hba_file_rules) as auth`,
    );
    expect(facts).toEqual({ version: 18, encoding: 'UTF8', listens: '127.0.0.1', connections: '800', auth: 'scram-sha-256' });
  });

  it('lets two servers run at once from two folders', async () => {
    const [one, two] = await Promise.all([start({ dataDir: newFolder(), throwaway: true }), start({ dataDir: newFolder(), throwaway: true })]);
    expect(one.port).not.toBe(two.port);
    expect(await query(one, 'select 1 as n')).toEqual(await query(two, 'select 1 as n'));
  });

  it('is shared by processes of one folder, and stopped by the last of them', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    const other = await startElsewhere({ dataDir });
    await first.stop();
    const again = await start({ dataDir });
    expect(again).toMatchObject({ joined: true, port: first.port });
    await killed(other);
    const pid = postmasterOf(again);
    await again.stop();
    expect(await gone(pid)).toBe(true);
  });

  it('says by a code that a live process uses the folder, when asked to refuse', async () => {
    const dataDir = newFolder();
    await start({ dataDir, throwaway: true });
    await expect(startEmbedded({ dataDir, ifRunning: 'refuse' })).rejects.toMatchObject({ name: 'ClusterError', code: 'already-running' });
  });

  it('takes over a server whose starter was killed', async () => {
    const dataDir = newFolder();
    await killed(await startElsewhere({ dataDir }));
    const server = await start({ dataDir, ifRunning: 'refuse' });
    expect(server.joined).toBe(true);
    expect(await query(server, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  it('starts again after the server itself was killed', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    await query(first, 'create table kept (n int)');
    const pid = postmasterOf(first);
    process.kill(pid, 'SIGKILL');
    await gone(pid);
    const second = await start({ dataDir });
    expect(await query(second, 'select * from kept')).toEqual([]);
  });

  it('is not held up by a postmaster.pid that names a live process of another program', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir, throwaway: true });
    const file = join(first.folder, 'postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n');
    await first.stop();
    writeFileSync(file, [String(process.pid), ...lines.slice(1)].join('\n'));
    const second = await start({ dataDir, throwaway: true });
    expect(second.joined).toBe(false);
  });

  it('makes its files anew when the first creation was cut short', async () => {
    const dataDir = newFolder();
    mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
    const server = await start({ dataDir, throwaway: true });
    expect(await query(server, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(readdirSync(dataDir)).not.toContain('postgres.new');
  });

  it('ends with its starter when it is a throwaway one, even if that is killed', async () => {
    const dataDir = newFolder();
    const child = await startElsewhere({ dataDir, throwaway: true });
    const pid = readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? 0;
    expect(isAlive(pid)).toBe(true);
    await killed(child);
    expect(await gone(pid)).toBe(true);
  });

  it.runIf(process.getuid?.() === 0)('goes elsewhere and notes where, when its folder lies below a private one', async () => {
    const dataDir = newFolder();
    chmodSync(dirname(dataDir), 0o700);
    const server = await start({ dataDir, throwaway: true });
    folders.push(server.folder);
    expect(server.folder.startsWith(dataDir)).toBe(false);
    expect(readFileSync(join(dataDir, 'postgres-folder'), 'utf8').trim()).toBe(server.folder);
    await server.stop();
    const again = await start({ dataDir, throwaway: true });
    expect(again.folder).toBe(server.folder);
    await again.stop();
    rmSync(server.folder, { recursive: true });
    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'data-missing' });
  });
});
