/** An amount of money in whole đồng; a safe integer. */
export type Dong = number & { readonly __brand: 'Dong' };

/** A number as an amount in đồng. Throws if it is not whole or too large to be exact. */
export const dong = (amount: number): Dong => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in whole dong: ${amount}`);
  return amount as Dong;
};
