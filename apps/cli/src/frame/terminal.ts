/** Where a command writes: its answer to `out`, everything else to `err`, so that an answer can be piped. */
export type Terminal = {
  out: (text: string) => void;
  err: (text: string) => void;
  env: Readonly<Record<string, string | undefined>>;
  /** Reads all that is piped in. */
  read?: () => Promise<string>;
};

const readStandardInput = async (): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
};

/** The terminal of this process. A reader that has gone away (`… | head`) is no fault. */
export const processTerminal = (): Terminal => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  return { out: (text) => process.stdout.write(text), err: (text) => process.stderr.write(text), env: process.env, read: readStandardInput };
};
