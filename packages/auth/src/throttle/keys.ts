import { throttledAddress } from '../sessions/network.ts';
import { digestOf } from '../tokens/index.ts';

/** Who attempts something: the account by the key of its address or by its id, and where from. */
export type Attempted = { account: string | null; address: string | null };

/**
 * The keys of the counters of an attempt: of the account from this address, of the account, of the address. Digests, so that the table
 * of counters names nobody. One who has no address (the command line) has no counter for it.
 */
export const throttleKeys = ({ account, address }: Attempted): { pair: string | null; account: string | null; address: string | null } => {
  const from = address === null ? null : throttledAddress(address);
  return {
    pair: account === null || from === null ? null : digestOf('pair', account, from),
    account: account === null ? null : digestOf('account', account),
    address: from === null ? null : digestOf('address', from),
  };
};
