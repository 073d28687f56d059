/**
 * A check of a form that asks for fields to be filled in, with the word for each that is not; nothing where all are. The forms of the first
 * load do with it: a library of schemas would weigh more than all of them.
 */
export const filledIn =
  <Field extends string>(missing: Readonly<Record<Field, string>>) =>
  ({ value }: { value: Readonly<Record<Field, string>> }): { fields: Partial<Record<Field, string>> } | undefined => {
    const empty = (Object.keys(missing) as Field[]).filter((field) => value[field].trim() === '');
    return empty.length === 0 ? undefined : { fields: Object.fromEntries(empty.map((field) => [field, missing[field]])) as Partial<Record<Field, string>> };
  };
