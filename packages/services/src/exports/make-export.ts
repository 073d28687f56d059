import { uuidV7 } from '@saubac/db/audit';
import { queue } from '@saubac/db/outbox';
import type { TenantDb } from '@saubac/db/tenancy';
import { exportById, insertFile, moveExport, noteExportProgress } from '@saubac/db/transfers';
import { type ExportOrder, plainFileName, spreadsheets } from '@saubac/domain/transfers';
import type { UnitScope } from '@saubac/domain/values';
import { createWords, type Words } from '@saubac/i18n';

import { type Ctx, ctxOfLater, GivenUp, type LaterWork, watched } from '../context/index.ts';
import type { FileStore, WholeDraft } from '../files/index.ts';
import type { ExportProblem, KeptExport } from './read-exports.ts';
import { recordedOrder } from './recorded-order.ts';
import { writeExport } from './write-export.ts';
import type { WriteFailure } from './writing.ts';

/** The work on an export in the worker. Of work that is given up, `failExport` tells. */
export type ExportWork = LaterWork & { files: FileStore };

/** The file of an export can be had for so long. */
const keptMs = 86_400_000;

const act = {
  roster: 'roster.exported', people: 'people.exported', 'people-behind-target': 'people.exported', 'target-units': 'figures.exported', progress: 'figures.exported', audit: 'audit.exported', close: 'close.printed',
  certificates: 'certificates.exported', units: 'units.exported', 'standard-gaps': 'people.exported', 'plugin-report': 'plugin-report.exported',
  duties: 'duties.exported', obstacles: 'obstacles.exported',
} as const satisfies Record<ExportOrder['kind'], string>;

const nameOf = ({ order, format }: KeptExport, words: Words): string => {
  if (order.kind === 'people') return plainFileName(`${words.t('exports.peopleListFile')}-${order.on}.${format}`);
  if (order.kind === 'progress') return plainFileName(`${words.t('exports.figuresFile')}-${order.on}.${format}`);
  if (order.kind === 'target-units') return plainFileName(`${words.t('exports.figuresFile')}-${order.target}-${order.on}.${format}`);
  if (order.kind === 'roster') return plainFileName(`${words.t('exports.rosterFile')}-${order.on}.${format}`);
  if (order.kind === 'standard-gaps') return plainFileName(`${words.t('exports.gapsFile')}-${order.on}.${format}`);
  if (order.kind === 'certificates') return plainFileName(`${words.t('exports.certificatesFile')}-${order.on}.${format}`);
  if (order.kind === 'units') return plainFileName(`${words.t('exports.unitsFile')}-${order.on}.${format}`);
  if (order.kind === 'plugin-report') return plainFileName(`${order.plugin}-${order.report}-${order.from}-${order.to}.${format}`);
  if (order.kind === 'duties') return plainFileName(`${words.t('exports.dutiesFile')}-${order.year}.${format}`);
  if (order.kind === 'obstacles') return plainFileName(`${words.t('exports.obstaclesFile')}-${order.on}.${format}`);
  if (order.kind === 'audit') return plainFileName(`${words.t('exports.auditFile')}-${order.from}-${order.to}.${format}`);
  if (order.kind === 'close') return plainFileName(`${words.t('closes.file')}-${order.close}.${format}`);
  return plainFileName(`${words.t('exports.peopleFile')}-${order.target}-${order.group}-${order.on}.${format}`);
};

type Made = { draft: WholeDraft; rows: number; scope: UnitScope };

// The object first, its row and everything that tells of it afterwards, in one transaction: killed in between it leaves an object to be swept.
const keep = async (ctx: Ctx, work: ExportWork, it: KeptExport, { draft, rows, scope }: Made): Promise<void> => {
  const { size, sha256 } = draft;
  const file = uuidV7();
  const at = work.now();
  await work.files.keep(draft, work.tenant.id, file);
  await ctx.write(async (tx, record) => {
    const originalName = nameOf(it, createWords(it.locale));
    await insertFile(tx, { id: file, purpose: 'export', certificate: null, duty: null, sha256, mediaType: spreadsheets[it.format], size, originalName, owner: it.requestedBy, createdAt: at.toISOString() });
    if (!(await moveExport(tx, it.id, { from: ['running'], to: 'ready', at: at.toISOString(), rows, file, scope, expiresAt: new Date(at.getTime() + keptMs).toISOString() }))) throw new GivenUp();
    if (it.requestedBy !== null) await queue(tx, { kind: 'export.tell', payload: { export: it.id, user: it.requestedBy } });
    await record({ act: act[it.order.kind], subject: { kind: 'export', id: it.id }, after: { ...recordedOrder(it.order), format: it.format, rows, size, sha256, scope: scope.kind === 'everything' ? 'everything' : [...scope.roots] } });
    await work.complete(tx);
  });
};

const end = (work: ExportWork, id: string, failure: WriteFailure): Promise<void> =>
  work.db.transaction(async (tx) => {
    if (await moveExport(tx, id, { from: ['running'], to: 'failed', at: work.now().toISOString(), failure })) await work.complete(tx);
  });

const make = async (work: ExportWork, it: KeptExport): Promise<void> => {
  const ctx = await ctxOfLater(work, { id: it.requestedBy, label: it.requestedLabel });
  const draft = await work.files.draft(`.${it.format}`);
  let rows = 0;
  try {
    const written = await watched(work.signal, () => noteExportProgress(work.db, it.id, rows), (signal) => {
      const onRow = (): void => {
        signal.throwIfAborted();
        rows += 1;
      };
      return writeExport(ctx, it.order, { path: draft.path, format: it.format, words: createWords(it.locale), onRow });
    });
    if (written.ok) await keep(ctx, work, it, { draft: await work.files.measure(draft), rows, scope: written.value.scope });
    else await end(work, it.id, written.failure);
  } finally {
    await draft.discard();
  }
};

/** Ends an export whose work was given up, also when every attempt was killed. */
export const failExport = async (db: TenantDb, id: string, now: Date): Promise<void> => {
  await moveExport(db, id, { from: ['queued', 'running'], to: 'failed', at: now.toISOString(), failure: { kind: 'export-failed' } satisfies ExportProblem });
};

/** Makes the file of an export, with what its orderer may see now. Killed at any moment and done again, one file is ready and one taking out is recorded. */
export const makeExport = async (work: ExportWork, id: string): Promise<void> => {
  const it = await exportById<ExportProblem>(work.db, id, work.now().toISOString());
  if (!it || !(await moveExport(work.db, id, { from: ['queued', 'running'], to: 'running', at: work.now().toISOString() }))) return;
  await make(work, it).catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error;
  });
};
