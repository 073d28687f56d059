import { basename } from 'node:path';
import { fail, ok, type IsoDate, type Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { saveLayout } from '@saubac/services/layouts';
import { importRoster, mendInWords, rowRefusalInWords, sheetKeys, templateOf, type ImportedRoster, type ImportFailure, type ImportPreview, type ShownChange } from '@saubac/services/roster';
import type { Frame, Outcome, Refusal } from '../frame/frame.ts';
import { table } from '../frame/table.ts';
import { readingInWords } from './layouts-in-words.ts';
import { layoutNamed } from './roster-layout.ts';

export type ImportOptions = { effective: IsoDate; dryRun?: true; completeFor?: string; correct?: true; skipRefused?: true; layout?: string; acceptProposal?: true; saveLayout?: string };

/** How many changes are told to people; programs get all that the preview lists. */
const toldChanges = 20;

/** How many people are named to people. */
const toldNames = 20;

/** Lines about the progress of a long reading: one each so many rows. */
const everyRows = 20_000;

const countTable = (words: Words, { counts }: ImportPreview): string =>
  table(
    [{ heading: words.t('roster.sheet') }, ...(['new', 'changed', 'unchanged', 'refused'] as const).map((it) => ({ heading: words.t(`roster.${it}`), align: 'right' as const }))],
    sheetKeys.map((key) => [templateOf(key).name, ...(['new', 'changed', 'unchanged', 'refused'] as const).map((it) => words.number(counts[key][it]))]),
  );

const changeInWords = (words: Words, change: ShownChange): string => {
  const { sheetName: sheet, row, subject, since } = change;
  const shown = (value: string | null): string => (value === null || value === '' ? words.t('roster.blank') : value);
  const fields = change.fields.map((it) => words.t('roster.field', { heading: it.heading, old: shown(it.old), new: shown(it.new) })).join('; ');
  const told = change.kind === 'new' ? words.t('roster.changeNew', { sheet, row, subject }) : words.t('roster.changeOf', { sheet, row, subject, fields });
  return since === null ? told : words.t('roster.since', { change: told, since });
};

const changesInWords = (words: Words, { counts, changes }: ImportPreview): string[] => {
  const all = sheetKeys.reduce((sum, key) => sum + counts[key].new + counts[key].changed, 0);
  if (changes.length === 0) return [];
  // What changes is told before what is new: it is what a first reading has to look at.
  const told = changes.toSorted((a, b) => Number(a.kind === 'new') - Number(b.kind === 'new')).slice(0, toldChanges);
  const rest = all > told.length ? [`  ${words.t('roster.more', { count: all - told.length })}`] : [];
  return [words.t('roster.changes'), ...told.map((it) => `  ${changeInWords(words, it)}`), ...rest];
};

const daysInWords = (words: Words, { from, to }: { from: IsoDate; to: IsoDate | null }): string => `${words.date(from)} – ${to === null ? '…' : words.date(to)}`;

const removalsInWords = (words: Words, { removals }: ImportPreview): string[] => {
  const told = removals.slice(0, toldChanges).map((it) => {
    const values = { sheet: templateOf(it.sheet).name, subject: it.subject, what: it.what, days: daysInWords(words, it) };
    return `  ${it.left.length === 0 ? words.t('roster.removed', values) : words.t('roster.shortened', { ...values, left: it.left.map((left) => daysInWords(words, left)) })}`;
  });
  const rest = removals.length > told.length ? [`  ${words.t('roster.more', { count: removals.length - told.length })}`] : [];
  return told.length === 0 ? [] : [words.t('roster.removals'), ...told, ...rest];
};

const namesInWords = (words: Words, { people, first }: { people: number; first: readonly { name: string; unit: string }[] }): string[] => {
  const told = first.slice(0, toldNames);
  return [...told.map((it) => `  ${it.name} (${it.unit})`), ...(people > told.length ? [`  ${words.t('roster.morePeople', { count: people - told.length })}`] : [])];
};

const peopleInWords = (words: Words, { claims, absent, departing, stranded }: ImportPreview): string[] => [
  ...(claims > 0 ? [words.t('roster.claims', { count: claims })] : []),
  ...(absent && absent.people > 0 ? [words.t('roster.absent', { count: absent.people })] : []),
  ...(departing.people > 0 ? [words.t('roster.departing', { count: departing.people }), ...namesInWords(words, departing)] : []),
  ...(stranded.people > 0 ? [words.t('roster.stranded', { count: stranded.people }), ...namesInWords(words, stranded)] : []),
];

/** How many mended cells are told to people; the counts by kind are whole. */
const toldMends = 10;

const mendsInWords = (words: Words, { mended, mends }: ImportPreview): string[] => {
  const kinds = Object.entries(mended).toSorted(([, a], [, b]) => b - a);
  const count = kinds.reduce((sum, [, cells]) => sum + cells, 0);
  if (count === 0) return [];
  const told = mends.slice(0, toldMends);
  const rest = count > told.length ? [`    ${words.t('roster.moreMends', { count: count - told.length })}`] : [];
  return [words.t('roster.mended', { count }), ...kinds.map(([kind, cells]) => `  ${words.t('roster.mendedKind', { how: words.named('mends', kind), cells })}`), ...told.map((it) => `    ${mendInWords(it, words)}`), ...rest];
};

const refusalsInWords = (words: Words, { refusals }: ImportPreview): string[] =>
  refusals.length === 0 ? [] : [words.t('roster.skipped', { count: refusals.length }), ...refusals.map((it) => `  ${rowRefusalInWords(it, words)}`)];

const importInWords = (words: Words, { written, preview }: ImportedRoster, file: string, dryRun: boolean): string =>
  [
    words.t(written ? 'roster.written' : dryRun ? 'roster.dryRun' : 'roster.nothingNew', { file, on: preview.effectiveDate }),
    '',
    ...(preview.reading ? readingInWords(words, preview.reading) : []),
    countTable(words, preview),
    ...changesInWords(words, preview),
    ...removalsInWords(words, preview),
    ...(preview.encoding === 'unicode' ? [] : [words.t('roster.encoding', { encoding: words.t(`roster.encoding-${preview.encoding}`) })]),
    ...mendsInWords(words, preview),
    ...peopleInWords(words, preview),
    ...refusalsInWords(words, preview),
  ].join('\n');

const refusalOf = (failure: ImportFailure, words: Words, on: IsoDate): Refusal => {
  if (failure.kind === 'unknown-unit') return { kind: failure.kind, unit: failure.code, on };
  if (failure.kind !== 'rows-refused') return failure;
  const { refusals, counts } = failure.preview;
  const count = sheetKeys.reduce((sum, key) => sum + counts[key].refused, 0);
  const rows = new Set(refusals.map((it) => `${it.sheet} ${it.ref}`)).size;
  return { ...failure, count, sentences: [...refusals.map((it) => rowRefusalInWords(it, words)), ...(rows < count ? [words.t('roster.rowsRefusedMore')] : [])] };
};

/** Tells now and then how far the reading has come. */
const teller = ({ words, say }: Frame): ((rows: number) => void) => {
  let told = 0;
  return (rows) => {
    if (rows - told < everyRows) return;
    told = rows;
    say(words.t('roster.reading', { rows }));
  };
};

// Saved when the file has been read with it, also by a dry run: what it makes of the file has been seen.
const savedAs = async (ctx: Ctx, { words }: Frame, { layout }: ImportedRoster, { saveLayout: name }: ImportOptions): Promise<Result<string[], Refusal>> => {
  if (name === undefined || layout === null) return ok([]);
  const saved = await saveLayout(ctx, { name, definition: layout.definition });
  return saved.ok ? ok([words.t('layouts.layoutSaved', { name })]) : saved;
};

/** Imports a roster into a tenant, or shows what an import would do. */
export const importFile = async (ctx: Ctx, frame: Frame, path: string, options: ImportOptions): Promise<Outcome> => {
  const { effective, dryRun = false, completeFor, correct, skipRefused } = options;
  const layout = options.layout === undefined ? null : await layoutNamed(ctx, options.layout);
  if (layout && !layout.ok) return layout;
  const imported = await importRoster(ctx, {
    path,
    effectiveDate: effective,
    dryRun,
    onProgress: teller(frame),
    ...(correct ? { mode: 'correct' } : {}),
    ...(skipRefused ? { skipRefused } : {}),
    ...(completeFor === undefined ? {} : { completeFor }),
    ...(layout ? { layout: { how: 'given' as const, name: options.layout ?? null, definition: layout.value } } : {}),
    ...(options.acceptProposal ? { acceptProposal: true } : {}),
  });
  if (!imported.ok) return fail(refusalOf(imported.failure, frame.words, effective));
  const { written, preview } = imported.value;
  const saved = await savedAs(ctx, frame, imported.value, options);
  if (!saved.ok) return saved;
  return ok({ json: { dryRun, written, preview }, text: [importInWords(frame.words, imported.value, basename(path), dryRun), ...saved.value].join('\n') });
};
