/** A set of places in a list, one bit each: the first place is the lowest bit of the first byte. What lies beyond the list is nought. */
export type Bits = Uint8Array;

/** The empty set of a list of so many places. */
export const noBits = (size: number): Bits => new Uint8Array(Math.ceil(size / 8));

/** Whether a place belongs to the set. */
export const hasBit = (bits: Bits, place: number): boolean => (((bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;

/** Puts a place into the set. */
export const putBit = (bits: Bits, place: number): void => {
  bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
};

/** The set of the places for which a test holds. */
export const bitsWhere = (size: number, test: (place: number) => boolean): Bits => {
  const bits = noBits(size);
  for (let place = 0; place < size; place += 1) if (test(place)) putBit(bits, place);
  return bits;
};

const perByte = Uint8Array.from({ length: 256 }, (_, byte) => [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte >> bit) & 1).length);

/** How many places belong to the set. */
export const countBits = (bits: Bits): number => bits.reduce((sum, byte) => sum + (perByte[byte] ?? 0), 0);

/** What is in both sets. */
export const bothBits = (a: Bits, b: Bits): Bits => a.map((byte, index) => byte & (b[index] ?? 0));

/** What is in the first set and not in the second. */
export const bitsWithout = (a: Bits, b: Bits): Bits => a.map((byte, index) => byte & ~(b[index] ?? 0));

/** The places of a set, in their order. */
export function* placesIn(bits: Bits): Generator<number> {
  for (let index = 0; index < bits.length; index += 1) {
    for (let byte = bits[index] ?? 0, bit = 0; byte !== 0; byte >>= 1, bit += 1) if (byte & 1) yield index * 8 + bit;
  }
}

/**
 * Turns rows into sets: of each row so many bytes with one bit a column (column 0 is the lowest bit of the last byte, as numbers are sent),
 * becomes one set of rows for each column.
 */
export const columnsOf = (rows: Uint8Array, bytesPerRow: number, columns: number): Bits[] => {
  const size = rows.length / bytesPerRow;
  const sets = Array.from({ length: columns }, () => noBits(size));
  for (let row = 0; row < size; row += 1) {
    for (let index = 0; index < bytesPerRow; index += 1) {
      for (let byte = rows[(row + 1) * bytesPerRow - 1 - index] ?? 0, column = index * 8; byte !== 0; byte >>= 1, column += 1) {
        const set = byte & 1 ? sets[column] : undefined;
        if (set) putBit(set, row);
      }
    }
  }
  return sets;
};
