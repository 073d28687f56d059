import type { Anchor } from '@saubac/db/audit';
import { closeById, moveClose } from '@saubac/db/closes';

import { ctxOfLater, type LaterWork } from '../context/index.ts';
import type { KeptClose } from './close-view.ts';

/** The work on the anchor of a close: `anchor` keeps the head of the tenant's audit where no login of the tenant reaches, and tells the last one kept. */
export type AnchorWork = LaterWork & { anchor: () => Promise<Anchor> };

/**
 * Anchors the audit behind a close that was approved; with that it is signed. The anchor is set first and told in the close afterwards: killed in
 * between and done again, the audit is anchored once more or not at all, and the close is signed once.
 */
export const anchorClose = async (work: AnchorWork, id: string): Promise<void> => {
  const it: KeptClose | undefined = await closeById(work.db, id);
  if (it?.state !== 'approved') return;
  const { position, digest } = await work.anchor();
  const ctx = await ctxOfLater(work, { id: it.approvedBy, label: it.approvedLabel ?? '' });
  await ctx.write(async (tx, record) => {
    if (!(await moveClose(tx, id, { from: ['approved'], to: 'signed', at: work.now().toISOString(), position, digest }))) return;
    await record({ act: 'close.signed', subject: { kind: 'close', id }, after: { number: it.number, contentDigest: it.contentDigest, anchor: position } });
    await work.complete(tx);
  });
};
