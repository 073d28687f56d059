import { type Client, createClient, type Refusal } from '@saubac/contract/client';
import type { Locale } from '@saubac/domain/values';

/** A refusal of the API on its way through what only knows failing: its problem document says why, in words. */
export class Refused extends Error {
  readonly problem: Refusal;

  constructor(problem: Refusal) {
    super(problem.code);
    this.name = 'Refused';
    this.problem = problem;
  }
}

let client: Client = createClient({ locale: 'vi' });

/** From now on the texts of answers are in this language. */
export const setApiLocale = (locale: Locale): void => {
  client = createClient({ locale });
};

type Answer<Value> = { ok: true; value: Value } | { ok: false; failure: Refusal };

/** Asks the API; gives the value of the answer, and throws a refusal, as TanStack Query wants it. */
export const ask = async <Value>(question: (api: Client) => Promise<Answer<Value>>): Promise<Value> => {
  const answer = await question(client);
  if (!answer.ok) throw new Refused(answer.failure);
  return answer.value;
};
