import { useState } from 'react';
import { useFormFaults, useWords } from '../../shell/index.ts';
import type { Wish } from './mutations.ts';
import type { RoleCode } from './queries.ts';
import { noWish, type WishFields } from './role-fields.tsx';

/** Refusals of a role, and the field each is about. */
const aliases = {
  'role-not-yours-to-give': 'role', 'granted-already': 'role', 'own-grants': 'role', 'outside-your-units': 'unit', 'unknown-unit': 'unit', 'line-without-unit': 'unit',
  'grant-ends-before-it-begins': 'lastDay', 'email-invalid': 'email', 'display-name-blank': 'name', 'account-disabled': 'email',
};

type Missing = { field: string; text: string };

/** A form that gives a role: what was chosen, what is wrong with it, and what is sent. The key stays until it is sent for good, so that twice is once. */
export const useWish = (fields: readonly string[]) => {
  const words = useWords();
  const [wish, setWish] = useState<WishFields>(noWish);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { faults, take, clear } = useFormFaults([...fields, 'role', 'unit', 'lastDay', 'why'], aliases);
  const all = [...missing, ...faults];
  const check = (others: readonly Missing[]): Wish | undefined => {
    clear();
    const found = [
      ...others,
      ...(wish.role === '' ? [{ field: 'role', text: words.t('administration.roleMissing') }] : []),
      ...(wish.reach === 'unit' && wish.unit === '' ? [{ field: 'unit', text: words.t('administration.unitMissing') }] : []),
    ];
    setMissing(found);
    if (found.length > 0) return undefined;
    const why = wish.why.trim();
    return { role: wish.role as RoleCode, unit: wish.reach === 'whole' ? null : wish.unit, lastDay: wish.lastDay || null, ...(why === '' ? {} : { why }) };
  };
  return {
    wish,
    dirty: JSON.stringify(wish) !== JSON.stringify(noWish),
    key,
    faults: all,
    byField: Object.fromEntries(all.flatMap(({ field, text }) => (field === undefined ? [] : [[field, text]]))) as Record<string, string | undefined>,
    change: (more: Partial<WishFields>) => setWish((now) => ({ ...now, ...more })),
    check,
    // A refused request is another one when it is sent again.
    refused: (error: unknown) => {
      take(error);
      setKey(crypto.randomUUID());
    },
  };
};
