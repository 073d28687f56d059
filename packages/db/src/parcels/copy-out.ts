import { Readable, Transform, type TransformCallback } from 'node:stream';
import type postgres from 'postgres';
import { contentDigest, lineCutter, type ContentDigest } from './content-digest.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Makes values read the same on every server: days, moments and numbers. For the rest of the transaction. */
export const plainFormats = async (tx: postgres.TransactionSql): Promise<void> => {
  await tx.unsafe(`set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601'; set local extra_float_digits = 1; set local bytea_output = 'hex'; set local timezone = 'UTC'`).simple();
};

/** A server that sends nothing for so long although it is read from has stopped. */
const silenceMs = 120_000;

/** Ends the stream when nothing comes any more. */
const endWhenSilent = (stream: Readable): void => {
  let last = performance.now();
  const push = stream.push.bind(stream);
  stream.push = (...given) => {
    last = performance.now();
    return push(...given);
  };
  const timer = setInterval(() => {
    if (stream.readableLength > 0) last = performance.now();
    else if (performance.now() - last > silenceMs) stream.destroy(new Error(`The server sent no row for ${silenceMs} ms.`));
  }, silenceMs / 10);
  timer.unref();
  stream.once('close', () => clearInterval(timer));
};

/**
 * Streams the rows of a table in COPY's text format, one line each; read it to its end. The driver does not tell the stream when the server
 * stops the COPY, and takes no query behind it, so the stream ends with an error when it has been silent for long.
 */
export const copyOut = async (tx: postgres.TransactionSql, table: string, columns: readonly string[]): Promise<Readable> => {
  const stream = await tx.unsafe(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) to stdout`).readable();
  endWhenSilent(stream);
  return stream;
};

const batchBytes = 256 * 1024;

/**
 * Passes lines on, counted and digested, in large pieces: one piece a row, as the driver gives them, would cost more than the rows. `change`
 * makes another line of each, before it is digested. When `signal` comes it swallows the rest, so that the connection is free again.
 */
export const lineMeter = ({ change, signal, each }: { change?: ((line: Buffer) => Buffer) | undefined; signal?: AbortSignal | undefined; each?: ((rows: number) => void) | undefined } = {}): { meter: Transform; digest: ContentDigest } => {
  const digest = contentDigest();
  let batch: Buffer[] = [];
  let size = 0;
  const cutter = lineCutter((cut) => {
    const line = change ? change(cut) : cut;
    digest.add(line);
    batch.push(line);
    size += line.length;
  });
  const give = (done: TransformCallback): void => {
    const piece = Buffer.concat(batch);
    batch = [];
    size = 0;
    done(null, piece.length > 0 ? piece : undefined);
  };
  const meter = new Transform({
    transform: (chunk: Buffer, _, done) => {
      if (signal?.aborted) return done();
      cutter.feed(chunk);
      if (size < batchBytes) return done();
      each?.(digest.rows());
      give(done);
    },
    flush: (done) => {
      cutter.end();
      each?.(digest.rows());
      give(done);
    },
  });
  return { meter, digest };
};
