/** Tables that are chained by digests over what they say: whoever did something there keeps the id that he had. */
export const chainedTables = ['audit_entries', 'audit_payloads', 'audit_details'] as const;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Puts other ids of accounts into the rows of a table, wherever they stand in it; undefined if nothing is to be replaced there. An id of an
 * account is no other row's id, so that no list of columns has to be kept.
 */
export const idReplacer = (table: string, ids: ReadonlyMap<string, string>): ((line: Buffer) => Buffer) | undefined => {
  if (ids.size === 0 || (chainedTables as readonly string[]).includes(table)) return undefined;
  // One character for each byte: whatever else stands in the line stays as it is.
  return (line) => Buffer.from(line.toString('latin1').replaceAll(uuid, (id) => ids.get(id) ?? id), 'latin1');
};
