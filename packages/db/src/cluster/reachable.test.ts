import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reachableBy } from './reachable.ts';

const stranger = { uid: 64_001, gid: 64_001 };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saubac-reach-'));
  mkdirSync(join(folder, 'project'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  it('is reached when every folder above lets everybody through', () => {
    expect(reachableBy(join(folder, 'project'), stranger)).toBe(true);
  });

  it('is not reached below a private one, except by its owner', () => {
    chmodSync(folder, 0o700);
    expect(reachableBy(join(folder, 'project'), stranger)).toBe(false);
    expect(reachableBy(join(folder, 'project'), { uid: process.getuid?.() ?? 0, gid: 64_001 })).toBe(true);
  });

  it('that does not exist yet is judged by the nearest one that does', () => {
    expect(reachableBy(join(folder, 'project', 'later', 'much-later'), stranger)).toBe(true);
    chmodSync(join(folder, 'project'), 0o750);
    expect(reachableBy(join(folder, 'project', 'later', 'much-later'), stranger)).toBe(false);
  });
});
