import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '@saubac/domain/values';
import type { Commands } from './frame/frame.ts';
import { choiceOption, countOption, dateOption, fileArgument } from './frame/options.ts';
import { run } from './run.ts';

const fruit: Commands = (program, frame) => {
  const noun = program.command('fruit').description('fruit');
  noun
    .command('pick <name>')
    .addOption(dateOption(frame.words, '--on <date>', 'day'))
    .addOption(countOption(frame.words, '--count <n>', 'how many'))
    .addOption(choiceOption(frame.words, '--kind <kind>', 'kind', ['sweet', 'sour']))
    .action(frame.action((name: string, options: { on?: string; count?: number }) => Promise.resolve(ok({ json: { name, ...options }, text: `picked ${name}` }))));
  noun.command('steal <slug>').action(frame.action((slug: string) => Promise.resolve(fail({ kind: 'unknown-tenant', slug }))));
  noun.command('peel').action(frame.action(() => Promise.resolve(fail({ kind: 'unknown-tenant', slug: 'xa', sentences: ['first', 'second'] }))));
  noun.command('list <n>').action(
    frame.action(async (n: string) => {
      async function* numbers() {
        for (let i = 1; i <= Number(n); i += 1) yield await Promise.resolve(i);
      }
      await frame.writeRows({ items: numbers(), json: (it) => ({ n: it }), line: (it) => `number ${it}` });
      return ok(null);
    }),
  );
  noun.command('drop').requiredOption('--from <tree>').action(frame.action(() => Promise.reject(new Error('the branch broke'))));
  noun.command('dig').action(frame.action(() => Promise.reject(new DrizzleQueryError('select $1', ['900180000001'], new Error('deadlock detected')))));
  noun.command('count').addArgument(fileArgument(frame.words, '<file>', 'list')).action(frame.action(() => Promise.resolve(ok({ json: 0, text: '0' }))));
};

const runWith = async (line: string, env: Record<string, string> = {}) => {
  const written = { out: '', err: '' };
  const terminal = { out: (text: string) => void (written.out += text), err: (text: string) => void (written.err += text), env };
  const code = await run(line === '' ? [] : line.split(' '), terminal, [fruit]);
  return { ...written, code };
};

describe('a command that went through', () => {
  it('prints its answer in words and ends with 0', async () => {
    expect(await runWith('fruit pick apple')).toEqual({ out: 'picked apple\n', err: '', code: 0 });
  });

  it.each(['fruit pick apple --on 2025-12-31 --count 3 --json', '--json fruit pick apple --on 2025-12-31 --count 3'])('prints JSON alone on request: %s', async (line) => {
    const { out, err, code } = await runWith(line);
    expect(JSON.parse(out)).toEqual({ name: 'apple', on: '2025-12-31', count: 3 });
    expect([err, code]).toEqual(['', 0]);
  });
});

describe('a long answer', () => {
  it('is written item by item, as lines or as one JSON array', async () => {
    expect((await runWith('fruit list 2')).out).toBe('number 1\nnumber 2\n');
    expect(JSON.parse((await runWith('fruit list 2 --json')).out)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(JSON.parse((await runWith('fruit list 0 --json')).out)).toEqual([]);
  });
});

describe('a command that was refused', () => {
  it('says why in plain words and ends with 1', async () => {
    expect(await runWith('fruit steal xa')).toEqual({ out: '', err: 'Không có tỉnh, bộ hoặc cơ sở đào tạo “xa”; xem tenant list.\n', code: 1 });
  });

  it('says it as data too where JSON is asked for', async () => {
    const { out, err, code } = await runWith('fruit steal xa --json --lang en');
    expect(JSON.parse(out)).toEqual({ error: { kind: 'unknown-tenant', slug: 'xa', message: 'There is no tenant “xa”; see tenant list.' } });
    expect([err, code]).toEqual(['There is no tenant “xa”; see tenant list.\n', 1]);
  });

  it('tells each part of the refusal in a line of its own', async () => {
    expect((await runWith('fruit peel --lang en')).err).toBe('There is no tenant “xa”; see tenant list.\n  first\n  second\n');
  });

  it('says it in English where that is asked for', async () => {
    expect((await runWith('fruit steal xa --lang en')).err).toBe('There is no tenant “xa”; see tenant list.\n');
    expect((await runWith('fruit steal xa', { LANG: 'en_GB.UTF-8' })).err).toBe('There is no tenant “xa”; see tenant list.\n');
    expect((await runWith('fruit steal xa --lang vi', { LANG: 'en_GB.UTF-8' })).err).toContain('Không có');
  });
});

describe('a fault nobody foresaw', () => {
  it('is told in a sentence and ends with 1, without a stack', async () => {
    const { err, code } = await runWith('fruit drop --from oak');
    expect(err).toContain('the branch broke');
    expect(err).not.toContain('run.test.ts');
    expect(code).toBe(1);
  });

  it('names nobody, though the query that failed was about somebody', async () => {
    const { err } = await runWith('fruit dig', { DEBUG: '1' });
    expect(err).toContain('deadlock detected');
    expect(err).not.toContain('900180000001');
  });

  it('shows where it came from when DEBUG is set', async () => {
    expect((await runWith('fruit drop --from oak', { DEBUG: '1' })).err).toContain('run.test.ts');
  });
});

describe('a command line that cannot be understood', () => {
  it.each([
    ['fruit pick', 'Thiếu tham số <name>.'],
    ['fruit drop', 'Thiếu tùy chọn bắt buộc --from <tree>.'],
    ['fruit pick apple --sweet', 'Không có tùy chọn “--sweet”.'],
    ['fruit pick apple pear', 'Thừa tham số.'],
    ['fruit pick apple --count', 'Tùy chọn --count <n> cần một giá trị.'],
    ['fruit pick apple --count none', 'Giá trị “none” của --count <n> không hợp lệ: cần một số nguyên dương.'],
    ['fruit pick apple --on 2025-02-30', 'cần một ngày có thật từ năm 1900 đến năm 2200, dạng yyyy-mm-dd'],
    ['fruit pick apple --kind bitter', 'chọn một trong: sweet, sour'],
    ['fruit pick apple --lang fr', 'Giá trị “fr” của --lang <code> không hợp lệ: chọn một trong: vi, en'],
    ['--lang fr fruit pick apple', 'chọn một trong: vi, en'],
    ['fruit count nowhere.xlsx', 'Không tìm thấy tệp nowhere.xlsx;'],
    ['fruit eat', 'Không có lệnh “eat”.'],
    ['meat', 'Không có lệnh “meat”.'],
    ['fruit', 'Chưa nêu lệnh.'],
    ['', 'Chưa nêu lệnh.'],
  ])('is told and ends with 2: %s', async (line, sentence) => {
    const { out, err, code } = await runWith(line);
    expect(err).toContain(sentence);
    expect([out, code]).toEqual(['', 2]);
  });
});

describe('help', () => {
  it('is an answer in the language of the reader', async () => {
    const { out, err, code } = await runWith('fruit pick --help');
    expect(out).toContain('Cách dùng: npm run -s saubac -- fruit pick');
    expect(out).toContain('Tùy chọn chung:');
    expect(out).not.toMatch(/Usage|Options|Commands/);
    expect([err, code]).toEqual(['', 0]);
  });
});
