import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataVersion } from '@saubac/db/audit';
import { examplePlan } from '@saubac/domain/plan';
import { writeRosterWorkbook, type RosterCells, type RosterSheets, type SheetKey } from '@saubac/services/roster';
import { cloneDatabase, commandEnvironment, type TestCluster } from '@saubac/testing/cluster';
import { run } from '../src/run.ts';

/** What a command wrote and how it ended. */
export type Written = { out: string; err: string; code: number };

/** A test database and a way to run commands on it. */
export type CommandLine = {
  cluster: TestCluster;
  /** Runs one command line in English. */
  run: (...args: string[]) => Promise<Written>;
  /** Runs it with something piped in, in JSON. */
  piped: (input: string, ...args: string[]) => Promise<unknown>;
  /** Runs a command line that must go through. */
  done: (...args: string[]) => Promise<void>;
  /** Runs it with --json and reads what it prints. */
  json: (...args: string[]) => Promise<unknown>;
  /** Puts a file into the folder of the test and gives its path. */
  file: (name: string, content: unknown) => string;
  roster: (name: string, sheets: RosterSheets) => Promise<string>;
  path: (name: string) => string;
  /** What rises with every audited write of the tenant: equal before and after means that nothing was changed. */
  version: (slug?: string) => Promise<number>;
  close: () => Promise<void>;
};

/** Opens a test database with the tenants `alpha` and `beta` for commands. */
export const openCommandLine = async (): Promise<CommandLine> => {
  const cluster = await cloneDatabase();
  const { env, folder, remove } = commandEnvironment(cluster);
  const path = (name: string): string => join(folder, name);
  const runWith = async (input: string, args: readonly string[]): Promise<Written> => {
    const written = { out: '', err: '' };
    const terminal = { out: (text: string) => void (written.out += text), err: (text: string) => void (written.err += text), env, read: () => Promise.resolve(input) };
    const code = await run([...args, '--lang', 'en'], terminal);
    return { ...written, code };
  };
  const runHere = (...args: string[]): Promise<Written> => runWith('', args);
  return {
    cluster,
    path,
    run: runHere,
    piped: async (input, ...args) => JSON.parse((await runWith(input, [...args, '--json'])).out),
    done: async (...args) => {
      const { err, code } = await runHere(...args);
      if (code !== 0) throw new Error(err);
    },
    json: async (...args) => JSON.parse((await runHere(...args, '--json')).out),
    file: (name, content) => {
      writeFileSync(path(name), typeof content === 'string' ? content : JSON.stringify(content));
      return path(name);
    },
    roster: async (name, sheets) => {
      await writeRosterWorkbook(path(name), sheets);
      return path(name);
    },
    version: (slug = 'alpha') => cluster.withTenant(slug, ({ db }) => dataVersion(db)),
    close: async () => {
      await cluster.close();
      remove();
    },
  };
};

/** A plan with a target of each kind: one with a percentage, one met by evidence. */
export const plan = examplePlan;

const unit = { tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2020' };
const official = { unit_code: 'S', kind: 'Công chức', sex: 'Nữ', valid_from: '01/01/2020', office_rank: '' };
const ielts = { type_code: 'ielts', issuer: 'British Council', exam_date: '01/06/2025', state: 'Đã xác minh' };

/** Six officials: one at level 4, one at level 3, one without a level, a teacher, a contract worker, and one whose office is not known. */
export const roster: Record<SheetKey, RosterCells[]> = {
  units: [
    { ...unit, code: 'R', name: 'Ủy ban' },
    { ...unit, code: 'S', name: 'Sở', parent_code: 'R' },
  ],
  posts: [{ code: 'GV', name: 'Giáo viên ngoại ngữ', language_teacher: 'x', language_code: 'en', level: '4', valid_from: '01/01/2020' }],
  people: [
    { ...official, id_number: '900000000001', full_name: 'Nguyễn Thị Bình', birth_date: '15/03/1990', office: 'Trưởng phòng', office_rank: 'Cấp phòng', leader: 'x' },
    { ...official, id_number: '900000000002', full_name: 'Trần Thị An', birth_date: '15/03/1980' },
    { ...official, id_number: '900000000003', full_name: 'Lê Thị Cúc', birth_date: '15/03/1975', unit_code: 'R' },
    { ...official, id_number: '900000000004', full_name: 'Phạm Thị Dung', birth_date: '15/03/1985', post_code: 'GV' },
    { ...official, id_number: '900000000005', full_name: 'Vũ Thị Em', birth_date: '15/03/1995', kind: 'Người lao động' },
    { ...official, id_number: '900000000006', full_name: 'Hồ Thị Giang', birth_date: '15/03/1992', office_rank: '?', leader: '?' },
  ],
  certificates: [
    { ...ielts, id_number: '900000000001', score: '6.0', number: 'A1' },
    { ...ielts, id_number: '900000000002', score: '4.5', number: 'A2' },
  ],
};
