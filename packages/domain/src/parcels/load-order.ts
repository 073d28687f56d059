/** A table and the tables of the same schema that its foreign keys point to. */
export type TableLinks = { name: string; references: readonly string[] };

/**
 * The order in which tables are loaded so that what a foreign key points to is there already; those that belong to a circle come last, and
 * `circular` names them: their keys must wait for the end. A key into its own table is no circle: it is checked when the whole table is in.
 */
export const loadOrder = (tables: readonly TableLinks[]): { order: string[]; circular: string[] } => {
  const order: string[] = [];
  const placed = new Set<string>();
  const names = new Set(tables.map(({ name }) => name));
  let waiting = tables.map(({ name, references }) => ({ name, needs: references.filter((it) => it !== name && names.has(it)) }));
  for (;;) {
    const ready = waiting.filter(({ needs }) => needs.every((it) => placed.has(it)));
    if (ready.length === 0) break;
    for (const { name } of ready) {
      order.push(name);
      placed.add(name);
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  const circular = waiting.map(({ name }) => name);
  return { order: [...order, ...circular], circular };
};
