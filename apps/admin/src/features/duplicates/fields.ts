/** What of a person has one value, and may differ between two records. */
export const mergeFields = ['fullName', 'birth', 'sex', 'ethnicity', 'idNumber', 'user'] as const;
export type MergeField = (typeof mergeFields)[number];

/** Whose main post counts on days on which both hold one. */
export const mainPostChoices = ['staying', 'going', 'beside'] as const;
export type MainPostChoice = (typeof mainPostChoices)[number];

/** Whose values stay, as the API takes it. */
export type MergeChoices = { fields: { [Field in MergeField]?: 'staying' | 'going' }; mainPosts?: MainPostChoice };

type Values = { readonly [Field in MergeField]: unknown };

/** The fields in which two records differ. */
export const differing = (staying: Values, going: Values): MergeField[] => mergeFields.filter((it) => JSON.stringify(staying[it]) !== JSON.stringify(going[it]));

/** Whose value of a field stays: what was chosen, but a value is never given up for none. */
export const sideOf = (field: MergeField, staying: Values, going: Values, taken: readonly MergeField[]): 'staying' | 'going' => {
  if (going[field] === null) return 'staying';
  return staying[field] === null || taken.includes(field) ? 'going' : 'staying';
};

/** Reads the fields that an address says are taken from the record that goes: `birth,idNumber`. */
export const readTaken = (text: string | undefined): MergeField[] => {
  const named = (text ?? '').split(',');
  return mergeFields.filter((it) => named.includes(it));
};

/**
 * The choices as they are sent: every field in which both have a value and differ is said, so that what was seen is what is proposed. Two
 * accounts need a choice of their own, so that one is said only where `userSaid`.
 */
export const choicesOf = (staying: Values, going: Values, taken: readonly MergeField[], mainPosts: MainPostChoice | undefined, userSaid: boolean): MergeChoices => {
  const both = differing(staying, going).filter((it) => staying[it] !== null && going[it] !== null && (it !== 'user' || userSaid));
  return { fields: Object.fromEntries(both.map((it) => [it, sideOf(it, staying, going, taken)])), ...(mainPosts ? { mainPosts } : {}) };
};
