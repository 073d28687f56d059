/** What stands before and after something in a queue; what is not in it any more is followed by the first. */
export const neighboursOf = (ids: readonly string[], shown: string | undefined): { before: string | undefined; after: string | undefined } => {
  const at = shown === undefined ? -1 : ids.indexOf(shown);
  return at < 0 ? { before: undefined, after: ids.find((it) => it !== shown) } : { before: ids[at - 1], after: ids[at + 1] };
};
