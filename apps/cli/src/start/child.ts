import { fork, type ChildProcess } from 'node:child_process';

/** A process of ours that runs a file of the product and talks to this one by messages. It ends when this one does, however that happens. */
export type Child = {
  process: ChildProcess;
  /** How it ended; 0 is well. */
  ended: Promise<number>;
  /** Asks it to end, and makes it after a while; resolves when it is gone. */
  stop: () => Promise<void>;
};

const patienceMs = 8_000;

/** Starts a child. Its output is ours; it reads no input. */
export const startChild = (file: string, args: readonly string[], env: NodeJS.ProcessEnv): Child => {
  const child = fork(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(timer);
  };
  return { process: child, ended, stop };
};
