/**
 * A place of a file as a JSON pointer (RFC 6901), which programs follow: `targets[3].cohort.all[0].fact` → `/targets/3/cohort/all/0/fact`; the
 * whole file is the empty pointer. `below` is where the file itself stands in what was sent.
 */
export const pointerOf = (path: string, below = ''): string => {
  const parts = path === '$' ? [] : path.split(/[.[\]]+/).filter((it) => it !== '');
  return [below, ...parts.map((it) => it.replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
};
