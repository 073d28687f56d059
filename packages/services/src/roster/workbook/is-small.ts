import { readFile, stat } from 'node:fs/promises';
import { unzipSync } from 'fflate';

const small = { file: 200_000, unpacked: 4_000_000 };

/**
 * Whether a file is so small, unpacked too, that reading it takes less than starting a thread for it. What an archive declares bounds what it
 * becomes: the library stops there.
 */
export const isSmall = async (path: string): Promise<boolean> => {
  const size = await stat(path).then((it) => it.size, () => 0);
  if (size > small.file) return false;
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return true;
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize, size: packed }) => {
        unpacked += originalSize === 0 && packed > 2 ? Infinity : originalSize;
        return false;
      },
    });
  } catch {
    return true;
  }
  return unpacked <= small.unpacked;
};
