import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The root folder of the repository. */
export const repositoryRoot = join(import.meta.dirname, '..', '..', '..', '..');

/** Every file that git tracks or would track, as paths from the root with forward slashes; files deleted but not yet committed left out. */
export const trackedFiles = (): string[] => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 64 << 20 });
  // A file in a merge conflict is listed once for each side.
  return [...new Set(listed.split('\0'))].filter((path) => path !== '' && existsSync(join(repositoryRoot, path)));
};

/** Whether a file is TypeScript source. */
export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);

/** Whether a file is a test: it may also import the testing package and development dependencies. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|^(packages|apps|plugins)\/[^/]+\/(test|e2e)\//.test(path);
