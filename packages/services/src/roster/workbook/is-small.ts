import { readFile, stat } from 'node:fs/promises';
import { declaredIn } from './open-archive.ts';

const small = { file: 200_000, unpacked: 4_000_000 };

/** Whether a file is so small, unpacked too, that reading it takes less than starting a thread for it. */
export const isSmall = async (path: string): Promise<boolean> => {
  const size = await stat(path).then((it) => it.size, () => 0);
  if (size > small.file) return false;
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return true;
  try {
    const { total, lying } = declaredIn(bytes);
    return !lying && total <= small.unpacked;
  } catch {
    return true;
  }
};
