import { insertLayout, layoutByName } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { faultOfLayout, type Layout, type LayoutFault, layoutPrint, sameLayout } from '@saubac/domain/layouts';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

export type LayoutNameTaken = { kind: 'layout-name-taken'; name: string };

type Write = Parameters<Parameters<Ctx['write']>[0]>;

/** Keeps a layout under a name, in the transaction of what it was confirmed for; false if another one has that name. The same one again is no other. */
export const keepLayout = async (ctx: Ctx, tx: Write[0], record: Write[1], { name: given, definition }: { name: string; definition: Layout }): Promise<boolean> => {
  const name = given.trim();
  const known = await layoutByName(tx, name);
  if (known) return sameLayout(known.definition, definition);
  const fingerprint = layoutPrint(definition);
  const id = await insertLayout(tx, { name, fingerprint, definition, confirmedBy: ctx.actor.id, confirmedLabel: ctx.actor.label, confirmedAt: ctx.now().toISOString() });
  if (id === undefined) return false;
  await record({ act: 'import-layout.saved', subject: { kind: 'import-layout', id }, after: { name, fingerprint, definition } });
  return true;
};

class NameTaken extends Error {}

/** Saves a layout: later files with the same headings are read with it. */
export const saveLayout = async (ctx: Ctx, input: { name: string; definition: Layout }): Promise<Result<null, Forbidden | LayoutFault | LayoutNameTaken>> => {
  const scope = permit(ctx, 'roster.import');
  if (!scope.ok) return scope;
  const fault = faultOfLayout(input.definition);
  if (fault) return fail(fault);
  return ctx
    .write(async (tx, record) => {
      if (!(await keepLayout(ctx, tx, record, input))) throw new NameTaken();
      return ok(null);
    })
    .catch((error: unknown) => {
      if (error instanceof NameTaken) return fail({ kind: 'layout-name-taken', name: input.name } as const);
      throw error;
    });
};
