import { maskedIdNumber } from '../people/id-number.ts';

const namesIdNumber = (field: string): boolean => /id_?number$/i.test(field);

/** Free text in which every run of twelve digits is masked: people paste the number where a reason is asked for. */
export const maskInText = (text: string): string => text.replaceAll(/(?<!\d)\d{12}(?!\d)/g, maskedIdNumber);

/**
 * What an audit entry says with the personal identification numbers masked: the fields that hold one (`id_number`, `idNumber`, however
 * deep), for readers who may see the entry but not the number.
 */
export const maskIdNumbers = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(maskIdNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]): [string, unknown] => [field, namesIdNumber(field) && typeof inner === 'string' ? maskedIdNumber(inner) : maskIdNumbers(inner)]),
  );
};
