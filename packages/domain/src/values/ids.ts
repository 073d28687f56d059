declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A person of one tenant (uuid v7). Not the personal identification number. */
export type PersonId = Branded<'PersonId'>;
/** A unit of one tenant (uuid v7); it stays the same when the unit is renamed or moved. */
export type UnitId = Branded<'UnitId'>;
/** A certificate of one person (uuid v7). */
export type CertificateId = Branded<'CertificateId'>;
/** A user account of the platform (uuid v7). */
export type UserId = Branded<'UserId'>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is an id, and not a number or a code that people write. */
export const isUuid = (text: string): boolean => uuid.test(text);
