import { hash, verify } from '@node-rs/argon2';
import type { PasswordCost } from '../context/rules.ts';
import { composed } from './check-password.ts';

/** The hash of a password: argon2id with a salt of its own, its parameters in front. */
export const hashPassword = (password: string, cost: PasswordCost): Promise<string> => hash(composed(password), cost);

/** Whether a hash was made with other parameters than today's. */
export const isOutdated = (hashed: string, { memoryCost, timeCost, parallelism }: PasswordCost): boolean => !hashed.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);

const dummies = new Map<string, Promise<string>>();

/** A hash that no password opens, of the cost of a real one: whoever has no account waits as long as whoever has. */
const dummyHash = (cost: PasswordCost): Promise<string> => {
  const key = JSON.stringify(cost);
  const known = dummies.get(key) ?? hash(crypto.randomUUID(), cost);
  dummies.set(key, known);
  return known;
};

/** Whether a password is the one of a hash. Without a hash the work is the same and the answer no. */
export const isPassword = async (hashed: string | null, password: string, cost: PasswordCost): Promise<boolean> => {
  const right = await verify(hashed ?? (await dummyHash(cost)), composed(password));
  return hashed !== null && right;
};
