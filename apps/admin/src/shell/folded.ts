/** A text as it is searched: small letters without accents, đ as d. */
export const folded = (text: string): string => text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
