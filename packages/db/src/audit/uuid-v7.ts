import { randomBytes } from 'node:crypto';

/** A uuid v7: the time in front, so that rows written together lie together. For ids that are needed before the row is written. */
export const uuidV7 = (milliseconds: number = Date.now()): string => {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
