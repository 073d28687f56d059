import { ok, type IsoDate } from '@saubac/domain/values';
import { genericProfile, sampleRoster, type SampleRoster } from '@saubac/sample';
import type { Words } from '@saubac/i18n';
import { sheetKeys, type RosterSheets, type SheetKey } from '@saubac/services/roster';
import type { Commands, Outcome } from '../frame/frame.ts';
import { countOption, dateOption } from '../frame/options.ts';
import { writeWorkbook } from '../frame/write-workbook.ts';

type RosterOptions = { people: number; seed: number; out: string; effective: IsoDate };
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

const roster = async (words: Words, { people, seed, out, effective }: RosterOptions): Promise<Outcome> => {
  const { sheets, counts } = withCounts(sampleRoster({ profile: genericProfile, people, seed, effective }));
  const written = await writeWorkbook(out, sheets);
  return written.ok ? ok({ json: { file: out, people, seed, effective, rows: counts }, text: words.t('sample.written', { file: out, ...counts }) }) : written;
};

export const sampleCommands: Commands = (program, { words, action }) => {
  program
    .command('sample')
    .description(words.t('sample.about'))
    .command('roster')
    .description(words.t('sample.rosterAbout'))
    .addOption(countOption(words, '--people <n>', words.t('sample.peopleOption')).makeOptionMandatory())
    .addOption(countOption(words, '--seed <n>', words.t('sample.seedOption')).makeOptionMandatory())
    .requiredOption('--out <file>', words.t('sample.outOption'))
    .addOption(dateOption(words, '--effective <date>', words.t('sample.effectiveOption')).default('2026-01-01'))
    .action(action((options: RosterOptions) => roster(words, options)));
};
