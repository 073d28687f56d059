import type { ColumnSource, LayoutProposal, ProposedColumn, ProposedSheet } from '@saubac/domain/layouts';
import { skippedKinds } from '@saubac/domain/layouts';
import type { Words } from '@saubac/i18n';
import { type Reading, templateOf } from '@saubac/services/roster';

const sourceInWords = (words: Words, key: string, source: ColumnSource): string => {
  switch (source.from) {
    case 'column':
      return words.t('layouts.fromColumn', { key, heading: source.heading });
    case 'joined':
    case 'first-filled':
    case 'which-filled':
      return words.t('layouts.fromColumns', { key, headings: source.columns.map(({ heading }) => heading) });
    case 'constant':
      return words.t('layouts.fromConstant', { key, value: source.value });
    case 'group':
      return words.t('layouts.fromGroup', { key });
    case 'sheet-name':
      return words.t('layouts.fromSheetName', { key });
    case 'title':
      return words.t('layouts.fromTitle', { key, row: source.row + 1 });
  }
};

const columnInWords = (words: Words, { heading, source }: ProposedColumn): string[] => (source ? [`  ${sourceInWords(words, heading, source)}`] : []);

const sheetInWords = (words: Words, it: ProposedSheet): string[] => {
  if (it.target === null) return [words.t('layouts.layoutLeftOut', { sheet: it.name })];
  return [
    words.t('layouts.layoutSheet', { sheet: it.name, target: templateOf(it.target).name, row: it.headerRow }),
    ...it.columns.flatMap((column) => columnInWords(words, column)),
    ...(it.missing.length > 0 ? [`  ${words.t('layouts.layoutMissing', { columns: it.missing.map(({ heading }) => heading) })}`] : []),
    ...it.unused.map((column) => `  ${words.t('layouts.layoutUnused', column)}`),
    ...it.sample.map(({ row, cells }) => `  ${words.t('layouts.layoutSample', { row, cells: Object.values(cells).join(' | ') })}`),
  ];
};

/** A proposal of a layout in words: what each sheet is, where each column comes from, what is missing, what nobody reads, some rows. */
export const proposalInWords = (words: Words, { sheets, complete }: LayoutProposal): string =>
  [...sheets.flatMap((it) => sheetInWords(words, it)), '', words.t(complete ? 'layouts.layoutComplete' : 'layouts.layoutNotComplete')].join('\n');

const shownRows = 10;

/** How a file that is not the template was read: rows of data, rows left out and why, columns that nobody reads, sheets left out. */
export const readingInWords = (words: Words, { layout, sheets, leftOut }: Reading): string[] => [
  layout.how === 'saved' ? words.t('layouts.readWith', { name: layout.name ?? '' }) : words.t(layout.how === 'given' ? 'layouts.readGiven' : 'layouts.readProposed'),
  ...sheets.flatMap(({ name, rows, data, skipped, unused }) => [
    words.t('layouts.readSheet', { sheet: name, rows, data, skipped: rows - data }),
    ...skippedKinds
      .filter((kind) => skipped[kind].count > 0)
      .map((kind) => `  ${words.t('layouts.skippedRows', { kind: words.t(`layouts.skipped-${kind}`), count: skipped[kind].count, first: [...skipped[kind].first.slice(0, shownRows).map(String), ...(skipped[kind].count > shownRows ? ['…'] : [])] })}`),
    ...unused.map((column) => `  ${words.t('layouts.layoutUnused', column)}`),
  ]),
  ...leftOut.map((sheet) => words.t('layouts.layoutLeftOut', { sheet })),
  '',
];
