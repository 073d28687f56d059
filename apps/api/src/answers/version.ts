/** The ETag of a version of something. */
export const etagOf = (version: number): string => `"${version}"`;

/** The version that a change is based on, from `If-Match` in the form the contract asks for. */
export const versionOf = (ifMatch: string): number => Number(ifMatch.replace(/^(?:W\/)?"(\d+)"$/, '$1'));
