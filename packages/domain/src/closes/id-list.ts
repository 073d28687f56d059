/** Ids (uuids) one behind the other, sixteen bytes each. A list of people is in rising order, so that one is found by halving. */
export type IdList = Uint8Array;

const width = 16;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const dashesBefore = new Set([4, 6, 8, 10]);

/** How many ids there are. */
export const sizeOfIds = (list: IdList): number => list.length / width;

/** The id at a place. */
export const idAt = (list: IdList, place: number): string => {
  let text = '';
  for (let index = 0; index < width; index += 1) text += (dashesBefore.has(index) ? '-' : '') + (hex[list[place * width + index] ?? 0] ?? '');
  return text;
};

const bytesOf = (id: string): Uint8Array => Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (it) => Number.parseInt(it, 16));

/** A list of ids in the order given. */
export const idList = (ids: readonly string[]): IdList => {
  const list = new Uint8Array(ids.length * width);
  ids.forEach((id, place) => list.set(bytesOf(id), place * width));
  return list;
};

const compareAt = (a: IdList, placeA: number, b: IdList, placeB: number): number => {
  for (let index = 0; index < width; index += 1) {
    const difference = (a[placeA * width + index] ?? 0) - (b[placeB * width + index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** The place of an id in a rising list; undefined if it is not there. */
export const placeOfId = (list: IdList, id: string): number | undefined => {
  const wanted = bytesOf(id);
  let [low, high] = [0, sizeOfIds(list) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const difference = compareAt(list, middle, wanted, 0);
    if (difference === 0) return middle;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

/** Where somebody stands in two lists; null: not in that one. */
export type Met = { before: number | null; after: number | null };

/** Goes through two rising lists side by side: everybody of either list once, in their order. */
export function* meetings(before: IdList, after: IdList): Generator<Met> {
  const [sizeBefore, sizeAfter] = [sizeOfIds(before), sizeOfIds(after)];
  for (let a = 0, b = 0; a < sizeBefore || b < sizeAfter; ) {
    const order = a === sizeBefore ? 1 : b === sizeAfter ? -1 : compareAt(before, a, after, b);
    yield { before: order <= 0 ? a : null, after: order >= 0 ? b : null };
    if (order <= 0) a += 1;
    if (order >= 0) b += 1;
  }
}
