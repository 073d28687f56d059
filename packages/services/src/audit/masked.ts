import { maskIdNumbers, maskInText } from '@saubac/domain/audit';
import { permitted } from '@saubac/domain/access';

import type { Ctx } from '../context/index.ts';

/** How what an entry says is shown to the caller: as it is, or with personal identification numbers masked. */
export type Shown = { value: (value: unknown) => unknown; why: (why: string | null) => string | null };

const plain: Shown = { value: (it) => it, why: (it) => it };
const masked: Shown = { value: maskIdNumbers, why: (it) => (it === null ? null : maskInText(it)) };

/**
 * Whether the caller reads identification numbers in the audit: only with the right to them everywhere, because an entry may speak of
 * people of any unit.
 */
export const shownTo = ({ access }: Pick<Ctx, 'access'>): Shown => {
  const scope = permitted(access, 'person.read-id-number');
  return scope.ok && scope.value.kind === 'everything' ? plain : masked;
};
