import { z } from '@hono/zod-openapi';

/** The body of an upload: the bytes of one file, as they are. What they are is decided by what they hold. */
export const fileBody = (description: string) => ({
  body: { content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } }, description, required: true as const },
});

const encoded = /^(?:[\w.!~*'()-]|%[\dA-Fa-f]{2})+$/;

/** The name of an uploaded file, in a header because names of files may name people, and addresses are logged by others. */
export const fileName = z.object({
  'x-file-name': z.string().min(1).max(1_000).regex(encoded).openapi({ description: 'The name of the file, percent-encoded UTF-8 (`encodeURIComponent`).', example: 'chung-chi.pdf' }),
});

/** A file as an answer. It is to be saved, never shown. */
export const fileAnswer = (description: string) => ({ content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } }, description });
