const element = (value: string | number | bigint | boolean | null): string => {
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return String(value);
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
};

/**
 * The literal of a PostgreSQL array, to be bound as text and cast: `${pgArray(ids)}::uuid[]`. JavaScript arrays do not bind, because
 * the clients fetch no types. No character zero: PostgreSQL stores none.
 */
export const pgArray = (values: readonly (string | number | bigint | boolean | null)[]): string => `{${values.map(element).join(',')}}`;
