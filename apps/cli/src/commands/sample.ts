import { fail, isoDate, ok, type IsoDate, type Result } from '@saubac/domain/values';
import { genericProfile, readProfile, sampleReform, sampleRoster, type SampleProfile, type SampleRoster } from '@saubac/sample';
import type { Words } from '@saubac/i18n';
import { sheetKeys, type RosterSheets, type SheetKey } from '@saubac/services/roster';
import type { Commands, Outcome, Refusal } from '../frame/frame.ts';
import { readJsonFile } from '../frame/json-file.ts';
import { countOption, dateOption, fileOption } from '../frame/options.ts';
import { changeWorkbookFile } from '@saubac/services/unit-changes';
import { writeBytes, writeWorkbook } from '../frame/write-workbook.ts';

type ReformOptions = { people: number; seed: number; eve: string; change: string; after?: string; profile?: string };
type RosterOptions = { people: number; seed: number; out: string; effective: IsoDate; profile?: string };
/** The sample tells of this day and later. */
const firstDay = isoDate('2020-01-01');

type Counts = Record<SheetKey, number>;

function* counted<Row>(rows: Iterable<Row>, count: () => void): Generator<Row> {
  for (const row of rows) {
    count();
    yield row;
  }
}

const withCounts = (roster: SampleRoster): { sheets: RosterSheets; counts: Counts } => {
  const counts: Counts = { units: 0, posts: 0, people: 0, certificates: 0 };
  const sheets = Object.fromEntries(sheetKeys.map((key) => [key, counted<object>(roster[key], () => { counts[key] += 1; })]));
  return { sheets: sheets as RosterSheets, counts };
};

const profileOf = async (words: Words, file: string | undefined): Promise<Result<SampleProfile, Refusal>> => {
  if (file === undefined) return ok(genericProfile);
  const json = await readJsonFile(file);
  if (!json.ok) return json;
  const read = readProfile(json.value);
  return read.ok ? read : fail({ ...read.failure, sentences: read.failure.problems.map(({ path, expected }) => words.told('sampleProblems', { kind: expected, path })) });
};

const roster = async (words: Words, { people, seed, out, effective, profile: file }: RosterOptions): Promise<Outcome> => {
  if (effective < firstDay) return fail({ kind: 'day-before-sample' });
  const profile = await profileOf(words, file);
  if (!profile.ok) return profile;
  const { sheets, counts } = withCounts(sampleRoster({ profile: profile.value, people, seed, effective }));
  const written = await writeWorkbook(out, sheets);
  return written.ok ? ok({ json: { file: out, people, seed, effective, rows: counts }, text: words.t('sample.written', { file: out, ...counts }) }) : written;
};

const reform = async (words: Words, { people, seed, eve, change, after, profile: file }: ReformOptions): Promise<Outcome> => {
  const profile = await profileOf(words, file);
  if (!profile.ok) return profile;
  const made = sampleReform({ profile: profile.value, people, seed });
  const files: [string, SampleRoster][] = [[eve, made.eve], ...(after === undefined ? [] : [[after, made.after] as [string, SampleRoster]])];
  for (const [path, sheets] of files) {
    const written = await writeWorkbook(path, sheets);
    if (!written.ok) return written;
  }
  const written = await writeBytes(change, await changeWorkbookFile('vi', made.change));
  if (!written.ok) return written;
  const [operations, moves] = [made.change.operations.length, made.change.moves.length];
  return ok({ json: { eve, change, after: after ?? null, people, seed, operations, moves }, text: words.t('sample.reformWritten', { eve, change, operations, moves }) });
};

export const sampleCommands: Commands = (program, { words, action }) => {
  const sample = program.command('sample').description(words.t('sample.about'));
  sample
    .command('roster')
    .description(words.t('sample.rosterAbout'))
    .addOption(countOption(words, '--people <n>', words.t('sample.peopleOption')).makeOptionMandatory())
    .addOption(countOption(words, '--seed <n>', words.t('sample.seedOption')).makeOptionMandatory())
    .requiredOption('--out <file>', words.t('sample.outOption'))
    .addOption(dateOption(words, '--effective <date>', words.t('sample.effectiveOption')).default('2026-01-01'))
    .addOption(fileOption(words, '--profile <file>', words.t('sample.profileOption')))
    .action(action((options: RosterOptions) => roster(words, options)));
  sample
    .command('reform')
    .description(words.t('sample.reformAbout'))
    .addOption(countOption(words, '--people <n>', words.t('sample.peopleOption')).makeOptionMandatory())
    .addOption(countOption(words, '--seed <n>', words.t('sample.seedOption')).makeOptionMandatory())
    .requiredOption('--eve <file>', words.t('sample.eveOption'))
    .requiredOption('--change <file>', words.t('sample.changeOption'))
    .option('--after <file>', words.t('sample.afterOption'))
    .addOption(fileOption(words, '--profile <file>', words.t('sample.profileOption')))
    .action(action((options: ReformOptions) => reform(words, options)));
};
