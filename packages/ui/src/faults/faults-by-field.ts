/** A fault as a refusal of the server names it: `field` is a path in the request, `body.email`. */
export type FieldFault = { field?: string | undefined; text: string };

/**
 * Parts the faults of a refusal into those of fields that a form has, by the name of the field, and all others, which belong above it.
 * `body.posts.0.from` is the field `posts.0.from`, or else `posts`, the nearest that the form has.
 */
export const faultsByField = (faults: readonly FieldFault[], fields: readonly string[]): { byField: ReadonlyMap<string, string>; others: readonly string[] } => {
  const byField = new Map<string, string>();
  const others: string[] = [];
  for (const { field, text } of faults) {
    const path = field?.replace(/^body\./, '') ?? '';
    const name = fields.filter((it) => path === it || path.startsWith(`${it}.`)).toSorted((a, b) => b.length - a.length)[0];
    if (name === undefined) others.push(text);
    else if (!byField.has(name)) byField.set(name, text);
  }
  return { byField, others };
};
