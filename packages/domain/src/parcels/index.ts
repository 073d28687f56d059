export { compareTables, type TableContent, type TableDifference } from './compare-tables.ts';
export { loadOrder, type TableLinks } from './load-order.ts';
export { type ManifestFailure, type ParcelAccount, parcelFormat, type ParcelManifest, type ParcelTable, parseManifest } from './manifest.ts';
export { differingReference, type ParcelObstacle, parcelObstacles, type ParcelServer, referenceKey } from './obstacles.ts';
