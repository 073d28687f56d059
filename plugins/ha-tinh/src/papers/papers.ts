import type { PluginCtx, PluginSql, TakenFile, WriteTools } from '@saubac/plugin-api';
import { and, asc, eq } from 'drizzle-orm';

import type { Config } from '../config.ts';
import { agreements, classes, papers } from '../tables.ts';
import type { Paper, PaperKind, PaperOwner } from './wire.ts';

/** What a paper is kept with. */
export type Owner = { of: PaperOwner; id: string };

const columns = { agreement: papers.agreementId, class: papers.classId } as const;

const ownedBy = ({ of, id }: Owner) => eq(columns[of], id);

/** Whether there is such an agreement or class. */
export const isThere = async (db: PluginSql, { of, id }: Owner): Promise<boolean> => {
  const table = of === 'agreement' ? agreements : classes;
  return (await db.select({ id: table.id }).from(table).where(eq(table.id, id))).length > 0;
};

/** The papers of an agreement or a class in the order in which they were added. */
export const papersOf = async ({ db, files }: Pick<PluginCtx<Config>, 'db' | 'files'>, owner: Owner): Promise<Paper[]> => {
  const rows = await db.select().from(papers).where(ownedBy(owner)).orderBy(asc(papers.id));
  const kept = await files.find(rows.map((it) => it.fileId));
  return rows.flatMap(({ fileId, kind }) => {
    const file = kept.get(fileId);
    return file ? [{ file: fileId, kind, name: file.name, size: file.size, addedBy: file.addedBy, addedOn: file.addedOn }] : [];
  });
};

/** Whether a file is a paper of an agreement or a class. */
export const isPaperOf = async (db: PluginSql, owner: Owner, file: string): Promise<boolean> =>
  (await db.select({ id: papers.id }).from(papers).where(and(ownedBy(owner), eq(papers.fileId, file)))).length > 0;

/** Keeps a file that was taken in as a paper. */
export const addPaper = async (tx: PluginSql, { keepFile }: Pick<WriteTools, 'keepFile'>, owner: Owner, kind: PaperKind, file: TakenFile): Promise<void> => {
  await keepFile(file);
  await tx.insert(papers).values({ agreementId: owner.of === 'agreement' ? owner.id : null, classId: owner.of === 'class' ? owner.id : null, kind, fileId: file.id });
};

/** Takes a paper away with its file; what it was, or undefined if there is no such paper. */
export const removePaper = async (tx: PluginSql, { removeFile }: Pick<WriteTools, 'removeFile'>, owner: Owner, file: string): Promise<{ kind: PaperKind } | undefined> => {
  const [gone] = await tx.delete(papers).where(and(ownedBy(owner), eq(papers.fileId, file))).returning({ kind: papers.kind });
  if (gone) await removeFile(file);
  return gone;
};
