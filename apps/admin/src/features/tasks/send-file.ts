import type { Refusal } from '@saubac/contract/client';
import { Refused } from '../../shell/index.ts';

/** The largest proof that the API takes, in bytes. */
export const largestFile = 10_000_000;

const refusalIn = (read: unknown): Refusal | undefined => (typeof read === 'object' && read !== null && 'code' in read && 'text' in read ? (read as Refusal) : undefined);

/** Sends a file that proves a duty. Throws what the API refuses as `Refused`. */
export const sendFile = async (tenant: string, duty: string, file: File): Promise<void> => {
  const answer = await fetch(`/api/t/${encodeURIComponent(tenant)}/duties/${encodeURIComponent(duty)}/files`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name.normalize('NFC')), 'idempotency-key': crypto.randomUUID() },
    body: file,
  });
  if (answer.ok) return;
  const refusal = refusalIn(await answer.json().catch(() => undefined));
  throw refusal ? new Refused(refusal) : new Error(String(answer.status));
};
