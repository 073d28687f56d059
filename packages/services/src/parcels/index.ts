export { checkParcel, openParcel, type OpenedParcel, type ParcelFailure, type ParcelWatch, type PartDamage } from './check-parcel.ts';
export { tenantContents } from './compare-tenants.ts';
export { type ExportFailure, exportParcel, type ExportParcel, type ExportStep } from './export-parcel.ts';
export { type ArrivedParcel, importParcel, type ImportParcel, type ImportParcelFailure, type ImportStep, type PluginHere } from './import-parcel.ts';
