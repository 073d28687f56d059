import type { Fault } from '@saubac/contract/problems';
import type { LocalText } from '@saubac/domain/values';
import type { MoveWholeFailure } from '@saubac/services/inbox';

const inBoth = ({ vi, en = vi }: LocalText): { vi: string; en: string } => ({ vi, en });

/** The conditions that a case does not meet to be moved so, in the words of whoever set them. */
export const conditionsOf = (failure: { kind: string } & Partial<Pick<Extract<MoveWholeFailure, { words: unknown }>, 'words'>>): { vi: string; en: string }[] => (failure.words ?? []).map(inBoth);

/** The same as the faults of a request. */
export const faultsOfGuards = (failure: MoveWholeFailure): Fault[] | undefined =>
  failure.kind === 'guard-refused' ? conditionsOf(failure).map((text) => ({ field: 'body.move', code: 'guard-refused', text })) : undefined;
