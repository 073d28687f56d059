import { hash } from 'node:crypto';

/** Adds rows up to a digest that does not depend on their order. */
export type ContentDigest = {
  /** Adds one row: a line of COPY's text format with its end. */
  add: (line: Uint8Array) => void;
  rows: () => number;
  /** The digest so far, in hex. */
  content: () => string;
};

const lanesInDigest = 8;

/**
 * The sum of the digests of all rows, lane by lane: equal for the same rows in any order, and different when one is missing, doubled or
 * changed. It tells mistakes apart, not forgeries: for those each file has a digest of its bytes.
 */
export const contentDigest = (): ContentDigest => {
  const sum = new Uint32Array(lanesInDigest);
  let rows = 0;
  return {
    add: (line) => {
      const digest = hash('sha256', line, 'buffer');
      for (let lane = 0; lane < lanesInDigest; lane += 1) sum[lane]! += digest.readUInt32LE(lane * 4);
      rows += 1;
    },
    rows: () => rows,
    content: () => [...sum].map((lane) => lane.toString(16).padStart(8, '0')).join(''),
  };
};

const newline = 10;

/** Cuts what comes in pieces into lines, each with its end. A last line without one is given at the end. */
export const lineCutter = (each: (line: Buffer) => void): { feed: (piece: Buffer) => void; end: () => void } => {
  let rest: Buffer[] = [];
  const whole = (tail: Buffer): Buffer => {
    if (rest.length === 0) return tail;
    const line = Buffer.concat([...rest, tail]);
    rest = [];
    return line;
  };
  return {
    feed: (piece) => {
      let start = 0;
      for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
        each(whole(piece.subarray(start, end + 1)));
        start = end + 1;
      }
      if (start < piece.length) rest.push(piece.subarray(start));
    },
    end: () => {
      if (rest.length > 0) each(whole(Buffer.alloc(0)));
    },
  };
};
