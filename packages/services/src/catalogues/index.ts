export type { ChangeSettingsFailure, Intention, SettingsEffect } from './change-settings.ts';
export { type CertificateCatalogue, certificateCatalogue, listEquivalenceTables, type ShownTable } from './equivalence-tables.ts';
export { addIssuer, type AddIssuerFailure, listIssuers, renameIssuer, type RenameIssuerFailure } from './issuers.ts';
export { addSettingsRow, type AddRowFailure, type ChangedRow, type ChangeRowFailure, endSettingsRow, listSettingsRows, removeSettingsRow } from './settings-rows.ts';
