import type { Refusal } from '@saubac/contract/client';
import { Refused } from '../../shell/index.ts';

/** The largest scan that the API takes, in bytes. */
export const largestScan = 10_000_000;

type Sending = { tenant: string; certificate: string; file: File; /** How much is on its way, from 0 to 100. */ onProgress: (percent: number) => void; signal: AbortSignal };

const refusalIn = (text: string): Refusal | undefined => {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && 'code' in read && 'text' in read ? (read as Refusal) : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Sends a scan of a certificate, telling how far it is, which `fetch` can't. Throws what the API refuses as `Refused`, and an `Error` where
 * it can't be reached or was given up.
 */
export const sendScan = ({ tenant, certificate, file, onProgress, signal }: Sending): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/t/${encodeURIComponent(tenant)}/certificates/${encodeURIComponent(certificate)}/files`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.normalize('NFC')));
    request.setRequestHeader('idempotency-key', crypto.randomUUID());
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0));
    request.addEventListener('load', () => {
      if (request.status === 201) return resolve();
      const refusal = refusalIn(request.responseText);
      reject(refusal ? new Refused(refusal) : new Error(String(request.status)));
    });
    request.addEventListener('error', () => reject(new Error('unreachable')));
    request.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
