export { type ExportWork, failExport, makeExport } from './make-export.ts';
export { cancelExport, type CancelExportFailure, orderExport } from './order-export.ts';
export { type Download, downloadExport, type DownloadFailure, type ExportProblem, type ExportView, getExport, listExports, type UnknownExport } from './read-exports.ts';
