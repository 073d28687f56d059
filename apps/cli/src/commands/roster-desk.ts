import type { Command } from 'commander';
import { fail, ok, type IsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import type { Ctx } from '@saubac/services/context';
import { undoNow, writeRefusedOfFile, writeRefusedRows } from '@saubac/services/imports';
import { undoBlockerInWords, undoNoteInWords, type UndoPreview } from '@saubac/services/roster';
import type { Frame, Outcome } from '../frame/frame.ts';
import { dateOption } from '../frame/options.ts';
import { withTenantContext } from '../frame/tenant-context.ts';
import { intoPlace } from '../frame/write-workbook.ts';
import { refusalOf } from './roster-import.ts';

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

// Without a refused row there is nothing to be put into place.
class NothingWritten extends Error {}

type RefusedOptions = { out: string; effective?: IsoDate };

const refusedOfImport = async (ctx: Ctx, { words }: Frame, id: string, out: string): Promise<Outcome> => {
  let name: Awaited<ReturnType<typeof writeRefusedRows>> | undefined;
  const placed = await intoPlace(out, async (part) => {
    name = await writeRefusedRows(ctx, id, part);
    if (!name.ok) throw new NothingWritten();
  }).catch((error: unknown) => {
    if (error instanceof NothingWritten) return null;
    throw error;
  });
  if (placed === null) return name && !name.ok ? fail(name.failure) : fail({ kind: 'nothing-refused' });
  return placed.ok ? ok({ json: { file: out }, text: words.t('roster.refusedWritten', { file: out }) }) : placed;
};

const refusedOfFile = async (ctx: Ctx, { words }: Frame, path: string, { out, effective }: RefusedOptions): Promise<Outcome> => {
  const on = effective ?? ctx.today;
  let found: Awaited<ReturnType<typeof writeRefusedOfFile>> | undefined;
  const placed = await intoPlace(out, async (part) => {
    found = await writeRefusedOfFile(ctx, { path, effectiveDate: on, out: part, listed: 200_000 });
    if (found.ok || found.failure.kind !== 'rows-refused') throw new NothingWritten();
  }).catch((error: unknown) => {
    if (error instanceof NothingWritten) return null;
    throw error;
  });
  if (placed === null) return found && !found.ok ? fail(refusalOf(found.failure, words, on)) : fail({ kind: 'nothing-refused' });
  return placed.ok ? ok({ json: { file: out }, text: words.t('roster.refusedWritten', { file: out }) }) : placed;
};

const told = (words: Words, { counts, notes, blockers }: UndoPreview): string[] => [
  ...counts.map(({ act, subjects }) => `  ${words.named('acts', act)}: ${words.number(subjects)}`),
  ...blockers.map((it) => `  ${undoBlockerInWords(it, words)}`),
  ...notes.map((it) => `  ${undoNoteInWords(it, words)}`),
];

type UndoOptions = { why?: string; dryRun?: boolean };

const undo = async (ctx: Ctx, { words }: Frame, id: string, { why, dryRun = false }: UndoOptions): Promise<Outcome> => {
  if (!isId(id)) return fail({ kind: 'unknown-batch', batch: id });
  const undone = await undoNow(ctx, { id, why, dryRun });
  if (!undone.ok) return fail(undone.failure.kind === 'undo-blocked' ? { ...undone.failure, sentences: undone.failure.preview.blockers.map((it) => undoBlockerInWords(it, words)) } : undone.failure);
  const heading = words.t(!dryRun ? 'roster.undone' : undone.value.blockers.length > 0 ? 'roster.undoBlocked' : 'roster.undoWould');
  return ok({ json: { dryRun, ...undone.value }, text: [heading, ...told(words, undone.value)].join('\n') });
};

/** Refused rows as a workbook, and taking an import back. */
export const addDesk = (roster: Command, frame: Frame): void => {
  const { words, env, action } = frame;
  roster
    .command('refused')
    .description(words.t('roster.refusedAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<import-or-file>', words.t('roster.importOrFileArgument'))
    .requiredOption('--out <file>', words.t('roster.outOption'))
    .addOption(dateOption(words, '--effective <date>', words.t('roster.effectiveOption')))
    .action(action((slug: string, what: string, options: RefusedOptions) =>
      withTenantContext(env, slug, (ctx) => (isId(what) ? refusedOfImport(ctx, frame, what, options.out) : refusedOfFile(ctx, frame, what, options)))));
  roster
    .command('undo')
    .description(words.t('roster.undoAbout'))
    .argument('<slug>', words.t('tenant.slugArgument'))
    .argument('<import>', words.t('roster.importArgument'))
    .option('--why <text>', words.t('roster.undoWhyOption'))
    .option('--dry-run', words.t('roster.dryRunOption'))
    .action(action((slug: string, id: string, options: UndoOptions) => withTenantContext(env, slug, (ctx) => undo(ctx, frame, id, options))));
};
