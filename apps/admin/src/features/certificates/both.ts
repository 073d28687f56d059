type Asked<Value> = { data: Value | undefined; error: unknown; refetch: () => unknown };

/** Two questions as one: answered when both are, failed when one is. */
export const both = <One, Other>(one: Asked<One>, other: Asked<Other>): Asked<[One, Other]> => ({
  data: one.data !== undefined && other.data !== undefined ? [one.data, other.data] : undefined,
  error: one.error ?? other.error,
  refetch: () => {
    one.refetch();
    other.refetch();
  },
});
