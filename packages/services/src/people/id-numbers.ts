import { permitted } from '@saubac/domain/access';
import type { UnitScope } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';

/** The units whose people's identification numbers the caller may read; null: none. */
export const idNumbersOf = ({ access }: Pick<Ctx, 'access'>): UnitScope | null => {
  const scope = permitted(access, 'person.read-id-number');
  return scope.ok ? scope.value : null;
};
