import { commandLine } from '@saubac/domain/access';
import { emptyRegistry } from '@saubac/plugin-api';
import { createCtx, type Ctx, type CtxParts } from '@saubac/services/context';

/** A context of verbs as the command line has it, without plugins; whatever a test is about is given. */
export const testCtx = (parts: Pick<CtxParts, 'db'> & Partial<CtxParts>): Ctx =>
  createCtx({
    tenant: { id: '00000000-0000-7000-8000-000000000000', slug: 'alpha' },
    actor: { id: null, label: 'test' },
    access: commandLine,
    registry: emptyRegistry,
    now: () => new Date(),
    reads: { note: () => undefined },
    ...parts,
  });
