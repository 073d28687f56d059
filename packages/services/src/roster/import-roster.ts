import { basename } from 'node:path';
import { insertDetails } from '@saubac/db/audit';
import {
  analyzeCounted, analyzeStaging, auditAdded, auditCareers, auditCertificates, auditOverwritten, type BatchState, type CatalogueCode, catalogueCodes, closeBatch, countMends, countRefused, findStranded, hasNamelessRow, listMends, listRefusals, loadKnownCodes, lockImports, noteBatchWritten, noteOutsiders, noteScope, noteSources, openBatch, type RowRefusal, startRefusals, type SheetKey, takeMemory,
} from '@saubac/db/roster';
import { followSecondNumbers } from '@saubac/db/twins';
import type { TenantTx } from '@saubac/db/tenancy';
import { unitOn } from '@saubac/db/units';
import { savedLayouts } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import type { ChosenLayout, SourceSheet } from '@saubac/domain/layouts';
import { type ImportMode, type MetEdit, nearCodes } from '@saubac/domain/people';
import { fail, type IsoDate, ok, type Result, throughout, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { completeNumbers } from './complete-numbers.ts';
import { importCertificates, importClaims } from './import-certificates.ts';
import { importPeople, type PeopleResult } from './import-people.ts';
import { importPosts } from './import-posts.ts';
import { type ImportRun, noRows, type SheetResult } from './import-run.ts';
import { importUnits } from './import-units.ts';
import { type ImportPreview, type Reading, type SheetCounts, shownChange, shownMend, shownRefusal } from './preview.ts';
import { hintOf, type NameHints, resolveNames } from './resolve-names.ts';
import { stageFile, type StagedFile } from './stage-file.ts';
import type { FileEdit, FileRefusal, LayoutChoice, ReadLimits } from './workbook/index.ts';

export type ImportInput = {
  path: string;
  /** What the file is called where its path does not tell. */
  name?: string;
  /** First day of what the file changes, unless a row states a later one. */
  effectiveDate: IsoDate;
  /** 'correct' overwrites what was wrong; the default starts a new dated row for a changed value. */
  mode?: ImportMode;
  /** Stable code of a unit for whose subtree the file is complete: whoever of it is absent departs. */
  completeFor?: string;
  /** Writes nothing; the preview is the same. */
  dryRun?: boolean;
  /**
   * Writes the good rows of a file although others are refused. Otherwise one refused row keeps the whole file out; so does, in a file
   * complete for a unit, a row without a readable ID number.
   */
  skipRefused?: boolean;
  signal?: AbortSignal;
  onProgress?: (rows: number) => void;
  limits?: ReadLimits;
  /** How the file is read, whatever it is. Without it the template is read as such, other files by a layout that was saved for their headings. */
  layout?: ChosenLayout;
  /** Reads a file for which no layout was saved with the one that is proposed, if nothing required is missing from it. */
  acceptProposal?: boolean;
  /** How many changes and refusals are listed. */
  listed?: number;
  /** Takes the long way for every known person, to prove that the short one is as good. */
  reconcileEverybody?: boolean;
  /** Corrections laid over the cells of the file before they are read. */
  edits?: readonly FileEdit[];
  /** Shown what was staged, and what was found, before the staged rows go. */
  examine?: (staged: Staged, preview: ImportPreview) => Promise<void>;
  /** Asked before anything is kept: false, and nothing is written, because it is not what somebody agreed to. */
  agreed?: (preview: ImportPreview) => boolean;
  /** Writes what belongs to a written import in its own transaction. What it throws undoes the import. */
  finish?: (tx: TenantTx, preview: ImportPreview) => Promise<void>;
};

/** What of a file is staged for a batch: how edits met it, the sheets it was read from. */
export type Staged = { batch: string; edits: readonly MetEdit[]; sources: readonly SourceSheet[] };

/** A written import, or (written false) one that would change nothing or was a dry run. */
export type ImportedRoster = { written: boolean; preview: ImportPreview; layout: ChosenLayout | null };

export type ImportFailure =
  | Forbidden
  | FileRefusal
  | { kind: 'unknown-unit'; code: string }
  | { kind: 'no-people-in-complete-file'; code: string }
  | { kind: 'rows-refused'; preview: ImportPreview }
  | { kind: 'not-as-agreed'; preview: ImportPreview };

type Sheets = Record<SheetKey, SheetResult>;
type Outcome = { preview: ImportPreview; end: 'refused' | 'not-as-agreed' | 'unwritten' | 'written' };

// Leaves the transaction with everything undone, carrying what was found; null: it was told to stop.
class Undo extends Error {
  readonly outcome: Outcome | null;
  constructor(outcome: Outcome | null) {
    super('undone');
    this.outcome = outcome;
  }
}

const countsOf = (it: SheetResult, refused: number): SheetCounts => ({ new: it.new, changed: it.changed, unchanged: it.unchanged, refused });

const listOf: Readonly<Record<string, 'certificate_types' | 'languages'>> = { 'unknown-certificate-type': 'certificate_types', 'unknown-language': 'languages' };

const withNearCodes = async (tx: TenantTx, refusals: readonly RowRefusal[]): Promise<RowRefusal[]> => {
  const lists = new Map<string, CatalogueCode[]>();
  for (const table of new Set(refusals.flatMap(({ kind }) => listOf[kind] ?? []))) lists.set(table, await catalogueCodes(tx, table));
  return refusals.map((it) => {
    const list = lists.get(listOf[it.kind] ?? '');
    return list ? { ...it, params: { ...it.params, near: nearCodes(it.value ?? '', list) } } : it;
  });
};

const notFound = new Set(['unknown-unit', 'unknown-post', 'outside-scope']);

/** A refused name with what may have been meant by it. */
const withHint = (it: RowRefusal, hints: NameHints): RowRefusal => {
  const hint = notFound.has(it.kind) ? hintOf(hints, it.column, it.value) : undefined;
  return hint ? { ...it, kind: hint.kind, params: { ...it.params, near: hint.near } } : it;
};

// Of a file in one sort of mistake the first few thousand say as much as all.
const mostMends = 10_000;

const chosenIn = ({ layout }: StagedFile): ChosenLayout | null => layout && { how: layout.how, name: layout.name, definition: layout.definition };

const readingOf = ({ layout, accounts }: StagedFile): Reading | null => layout && { layout: { how: layout.how, name: layout.name }, sheets: [...accounts], leftOut: [...layout.leftOut] };

const previewOf = async (tx: TenantTx, run: ImportRun, file: StagedFile, sheets: Sheets, people: PeopleResult | null, claims: number): Promise<ImportPreview> => {
  const refused = await countRefused(tx);
  const counts = (sheet: SheetKey) => countsOf(sheets[sheet], refused.get(sheet) ?? 0);
  return {
    batch: run.batch, effectiveDate: run.on, mode: run.mode, reading: readingOf(file),
    counts: { units: counts('units'), posts: counts('posts'), people: counts('people'), certificates: counts('certificates') },
    peopleAdded: people?.added ?? 0, claims,
    changes: Object.values(sheets).flatMap((it) => it.changes.map((change) => shownChange(change, file.sources))),
    removals: Object.values(sheets).flatMap((it) => (it.removals ?? []).slice(0, run.listed)),
    refusals: (await withNearCodes(tx, await listRefusals(tx, run.listed))).map((it) => shownRefusal(withHint(it, run.hints), file.sources)),
    encoding: file.encoding, mended: await countMends(tx, run.batch), mends: (await listMends(tx, run.batch, Math.min(run.listed, mostMends))).map((it) => shownMend(it, file.sources)),
    absent: people?.absent ?? null, departing: people?.departing ?? { people: 0, first: [] },
    stranded: sheets.units.wrote ? await findStranded(tx, run.on) : { people: 0, first: [] },
  };
};

const details = async (tx: TenantTx, entry: string, sheets: Sheets, people: PeopleResult | null): Promise<void> => {
  const ofCatalogues = [...sheets.units.details, ...sheets.posts.details];
  if (ofCatalogues.length > 0) await insertDetails(tx, entry, ofCatalogues);
  if (people && people.added > 0) await auditAdded(tx, entry);
  if (people && people.overwritten > 0) await auditOverwritten(tx, entry);
  if (people && people.careers > 0) await auditCareers(tx, entry);
  if (sheets.certificates.wrote) await auditCertificates(tx, entry);
};

const nameOf = ({ name, path }: ImportInput): string => name ?? basename(path);

const compared = async (tx: TenantTx, input: ImportInput, run: ImportRun, file: StagedFile, completeFor: string | null) => {
  const goOn = (): void => {
    if (run.signal?.aborted) throw new Undo(null);
  };
  const units = await importUnits(tx, run);
  const posts = await importPosts(tx, run);
  goOn();
  const people = file.sheets.includes('people') ? await importPeople(tx, run, { completeFor, reconcileEverybody: input.reconcileEverybody ?? false }) : null;
  goOn();
  const certificates = file.rows.certificates > 0 ? await importCertificates(tx, run) : noRows();
  const claims = people ? await importClaims(tx, run) : 0;
  goOn();
  const sheets: Sheets = { units, posts, people: people ?? noRows(), certificates };
  return { sheets, people, preview: await previewOf(tx, run, file, sheets, people, claims), wrote: claims > 0 || Object.values(sheets).some((it) => it.wrote) };
};

// Names become codes and numbers become whole before anything is refused.
const prepare = async (tx: TenantTx, { batch, on, today }: Pick<ImportRun, 'batch' | 'on' | 'today'>, scope: UnitScope): Promise<Pick<ImportRun, 'within' | 'hints'>> => {
  const days = [...new Set([on, today])];
  const bounds = throughout(scope, days);
  const limits = bounds.kind === 'everything' ? null : { batch, roots: bounds.roots, days };
  const within = limits && (await noteScope(tx, limits));
  const hints = await resolveNames(tx, { batch, on, within });
  await completeNumbers(tx, { batch, on, within: within !== null });
  if (limits) await noteOutsiders(tx, limits);
  await startRefusals(tx, batch);
  return { within, hints };
};

const importStaged = async (ctx: Ctx, input: ImportInput, { scope, ...run }: Omit<ImportRun, 'codes' | 'within' | 'hints'> & { scope: UnitScope }, file: StagedFile, completeFor: string | null): Promise<Outcome | null> =>
  ctx.write(async (tx, record) => {
    await lockImports(tx);
    await takeMemory(tx);
    await analyzeStaging(tx);
    await followSecondNumbers(tx, run.batch);
    const prepared = await prepare(tx, run, scope);
    const { sheets, people, preview, wrote } = await compared(tx, input, { ...run, ...prepared, codes: await loadKnownCodes(tx) }, file, completeFor);
    // Of a complete list no row may be left out unless it is known whose it is: he would depart.
    const skips = run.skipRefused && !(completeFor !== null && (await hasNamelessRow(tx, run.batch)));
    if (Object.values(preview.counts).some((it) => it.refused > 0) && !skips) throw new Undo({ preview, end: 'refused' });
    if (input.agreed && !input.agreed(preview)) throw new Undo({ preview, end: 'not-as-agreed' });
    if (input.dryRun || !wrote) throw new Undo({ preview, end: 'unwritten' });
    const entry = await record({
      act: 'roster.imported',
      subject: { kind: 'roster-batch', id: run.batch },
      after: { file: nameOf(input), digest: file.digest, ...(file.layout ? { layout: file.layout.name } : {}), effectiveDate: run.on, mode: run.mode, completeFor: input.completeFor ?? null, counts: preview.counts },
    });
    await details(tx, entry, sheets, people);
    await noteBatchWritten(tx, run.batch, { digest: file.digest, counts: preview.counts });
    await input.finish?.(tx, preview);
    return { preview, end: 'written' } satisfies Outcome;
  }).catch((error: unknown) => {
    if (error instanceof Undo) return error.outcome;
    throw error;
  });

const stateOf = { refused: 'refused', 'not-as-agreed': 'checked', unwritten: 'checked', written: 'committed' } as const satisfies Record<Outcome['end'], BatchState>;

const resultOf = ({ end, preview }: Outcome, layout: ChosenLayout | null): Result<ImportedRoster, ImportFailure> => {
  if (end === 'refused') return fail({ kind: 'rows-refused', preview });
  return end === 'not-as-agreed' ? fail({ kind: end, preview }) : ok({ written: end === 'written', preview, layout });
};

/**
 * Imports a roster (xlsx or csv, in the product's template or in a layout that is known, given or accepted) as of an effective date. The file is staged, checked and compared with what is
 * kept; then all of it is written in one transaction with its audit, or nothing. A file that changes nothing leaves no trace but its
 * batch. Imports of one tenant wait for each other.
 *
 * Somebody who may import into some units only writes there only: rows of other units and of people who stand outside on the effective
 * date or today are refused without a word about them, and so are changes of units and posts.
 */
export const importRoster = async (ctx: Ctx, input: ImportInput): Promise<Result<ImportedRoster, ImportFailure>> => {
  const { effectiveDate: on, mode = 'from-effective-date', skipRefused = false, listed = 1_000 } = input;
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const unit = input.completeFor === undefined ? null : await unitOn(ctx.db, scope.value, input.completeFor, on);
  if (unit === undefined) return fail({ kind: 'unknown-unit', code: input.completeFor! });
  const completeFor = unit?.id ?? null;
  const batch = await openBatch(ctx.db, { effectiveDate: on, fileName: nameOf(input), mode, completeFor });
  const layouts: LayoutChoice = { given: input.layout ?? null, saved: input.layout ? [] : await savedLayouts(ctx.db), acceptProposal: input.acceptProposal ?? false };
  let digest = '';
  let end: Parameters<typeof closeBatch>[2] = { state: 'cancelled', digest, counts: null };
  try {
    const file = await stageFile(ctx.db, input.path, { batch, edits: input.edits, limits: input.limits, signal: input.signal, onProgress: input.onProgress, layouts });
    if (!file.ok) {
      end = { state: file.failure.kind === 'cancelled' ? 'cancelled' : 'refused', digest, counts: null };
      return file;
    }
    digest = file.value.digest;
    if (file.value.layout) await noteSources(ctx.db, batch, { sources: file.value.sources, layout: { how: file.value.layout.how, name: file.value.layout.name } });
    // The template always holds the people sheet: left empty it says nothing of anybody, least of all that a whole unit has left.
    if (completeFor !== null && file.value.rows.people === 0) {
      end = { state: 'refused', digest, counts: null };
      return fail({ kind: 'no-people-in-complete-file', code: input.completeFor! });
    }
    const verifies = permit(ctx, 'certificate.verify');
    const run = { batch, on, today: ctx.today, by: { ...ctx.actor, at: ctx.now() }, mode, skipRefused, keepsUndo: !input.dryRun, listed, scope: scope.value, verifies: verifies.ok && verifies.value.kind === 'everything', signal: input.signal };
    const outcome = await importStaged(ctx, input, run, file.value, completeFor);
    if (!outcome) {
      end = { ...end, digest };
      return fail({ kind: 'cancelled' });
    }
    end = { state: stateOf[outcome.end], digest, counts: outcome.preview.counts };
    if (outcome.end !== 'written') await input.examine?.({ batch, edits: file.value.edits, sources: file.value.sources }, outcome.preview);
    if (outcome.end === 'written') await analyzeCounted(ctx.db);
    return resultOf(outcome, chosenIn(file.value));
  } finally {
    await closeBatch(ctx.db, batch, end);
  }
};
