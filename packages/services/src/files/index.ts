export {
  addEvidenceFile, type CertificateSettled, type EvidenceFile, listEvidenceFiles, openEvidenceFile, removeEvidenceFile, type UnknownCertificate, type UnknownFile,
} from './evidence-files.ts';
export { type Draft, type FileStore, openFileStore, type StoredObject, type WholeDraft } from './file-store.ts';
export { sweepFiles } from './sweep.ts';
export type { TypeNotTaken } from './media-type.ts';
export { takeIn, type Upload, type UploadFailure } from './upload.ts';
