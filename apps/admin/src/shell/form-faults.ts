import { faultsByField } from '@saubac/ui/faults';
import { useState } from 'react';
import { Refused } from './api.ts';
import { useWords } from './words-root.tsx';

/** What a form shows of a refusal. */
export type ShownFault = { field?: string; text: string };

/** The faults of a form that the server found, in words; fields that the form does not have stand above it. `aliases` says for a refusal whose field it is about. */
export const useFormFaults = (fields: readonly string[], aliases: Readonly<Record<string, string>> = {}) => {
  const words = useWords();
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const take = (error: unknown): void => {
    if (!(error instanceof Refused)) return setFaults([{ text: words.t('shell.unreachable') }]);
    const { code, text, errors = [] } = error.problem;
    const { byField, others } = faultsByField(errors.map((it) => ({ field: it.field, text: words.text(it.text) })), fields);
    const named = [...byField].map(([field, told]) => ({ field, text: told }));
    const field = aliases[code];
    const whole = named.length > 0 ? [] : [{ ...(field === undefined ? {} : { field }), text: words.text(text) }];
    setFaults([...named, ...whole, ...others.map((told) => ({ text: told }))]);
  };
  return { faults, take, clear: () => setFaults([]) };
};
