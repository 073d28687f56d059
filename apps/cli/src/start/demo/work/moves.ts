import { type CaseCtx, type CaseKind, moveCase } from '@saubac/services/cases';
import { done } from './hands.ts';

/** Takes a move of a case as whoever acts may take it. */
export const moves = async <Subject>(ctx: CaseCtx, kind: CaseKind<Subject>, id: string, move: string, reason?: string): Promise<void> => {
  done(await moveCase(ctx, kind, { case: id, move, reason }));
};
