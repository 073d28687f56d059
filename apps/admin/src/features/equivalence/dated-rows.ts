import { ask } from '../../shell/index.ts';

/** Whose dated rows: licences of an issuer, or proofs of a specialised language. */
export type RowKind = { of: 'licence'; issuer: string } | { of: 'proof' };

/** How a change of a row is meant. `dryRun`: nothing is kept, the answer says what would have been. */
export type Intention = { correct: boolean; why?: string; dryRun: boolean };

/** What is done with a row of dated rows. */
export type RowChange =
  | { act: 'add'; type: string; from: string; lastDay: string | null; basis?: string }
  | { act: 'end'; id: string; version: number; lastDay: string | null }
  | { act: 'remove'; id: string; version: number };

/** Does a change of a dated row, or says what it would do to people. */
export const changeRow = (tenant: string, kind: RowKind, { act, ...change }: RowChange, intention: Intention) => {
  const match = 'version' in change ? { 'if-match': `"${change.version}"` } : { 'if-match': '' };
  const params = { tenant, id: 'id' in change ? change.id : '' };
  if (act === 'add') {
    const body = { ...change, ...intention } as never;
    return kind.of === 'licence' ? ask((api) => api.addLicence({ params: { tenant, id: kind.issuer }, body })) : ask((api) => api.addSpecialisedProof({ params: { tenant }, body }));
  }
  if (act === 'end') {
    const body = { lastDay: 'lastDay' in change ? change.lastDay : null, ...intention } as never;
    return kind.of === 'licence' ? ask((api) => api.endLicence({ params, headers: match, body })) : ask((api) => api.endSpecialisedProof({ params, headers: match, body }));
  }
  return kind.of === 'licence' ? ask((api) => api.removeLicence({ params, headers: match, body: intention })) : ask((api) => api.removeSpecialisedProof({ params, headers: match, body: intention }));
};
