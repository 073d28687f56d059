/** What is known of the content of a table: its columns by name, how many rows, a digest of them whatever their order. */
export type TableContent = { name: string; columns: readonly string[]; rows: number; content: string };

/** How a table differs between two tenants. */
export type TableDifference =
  /** Only one of the two has the table. */
  | { kind: 'only-in-one'; table: string; in: 'first' | 'second' }
  | { kind: 'other-columns'; table: string; columns: string[] }
  | { kind: 'other-count'; table: string; first: number; second: number }
  /** As many rows, but not the same. */
  | { kind: 'other-content'; table: string; rows: number };

const between = (first: TableContent, second: TableContent): TableDifference[] => {
  const table = first.name;
  const columns = [...new Set([...first.columns, ...second.columns])].filter((it) => !first.columns.includes(it) || !second.columns.includes(it));
  if (columns.length > 0) return [{ kind: 'other-columns', table, columns }];
  if (first.rows !== second.rows) return [{ kind: 'other-count', table, first: first.rows, second: second.rows }];
  return first.content === second.content ? [] : [{ kind: 'other-content', table, rows: first.rows }];
};

/** Compares the tables of two tenants, one by one. Equal tenants: nothing. */
export const compareTables = (first: readonly TableContent[], second: readonly TableContent[]): TableDifference[] => {
  const others = new Map(second.map((it) => [it.name, it]));
  const names = new Set(first.map(({ name }) => name));
  return [
    ...first.flatMap((it): TableDifference[] => {
      const other = others.get(it.name);
      return other ? between(it, other) : [{ kind: 'only-in-one', table: it.name, in: 'first' }];
    }),
    ...second.filter(({ name }) => !names.has(name)).map(({ name }): TableDifference => ({ kind: 'only-in-one', table: name, in: 'second' })),
  ];
};
