import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

type Declared = Record<string, { content?: Record<string, { schema: z.ZodType }> }>;

/** What gives the inside away: a stack, a path of ours, a statement, a driver. */
const inside = /\bat [\w.<>]+ \(|node_modules|\/packages\/|\/apps\/|file:\/\/|\bselect\b[^"]{1,200}\bfrom\b|\binsert into\b|\bupdate \w+ set\b|drizzle|postgres|ECONN|violates/i;

const mediaType = (response: Response): string => response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';

const differing = (schema: z.ZodType, body: unknown): string | undefined => {
  const read = schema.safeParse(body);
  if (!read.success) return `does not match its schema: ${JSON.stringify(read.error.issues).slice(0, 400)}`;
  return isDeepStrictEqual(read.data, body) ? undefined : 'says more than its schema declares';
};

const textOf = async (response: Response): Promise<string> => {
  if (mediaType(response) === 'text/event-stream') {
    await response.body?.cancel();
    return '';
  }
  const packed = response.headers.get('content-encoding') as 'gzip' | 'deflate' | null;
  return packed && response.body ? new Response(response.body.pipeThrough(new DecompressionStream(packed))).text() : response.text();
};

/** What is wrong with an answer of an operation; undefined if nothing is. */
export const faultOf = async (response: Response, declared: Declared): Promise<string | undefined> => {
  const { status } = response;
  const text = await textOf(response);
  if (status >= 500 && status !== 503) return `${status}: ${text}`;
  if (inside.test(text.replaceAll(/"(requestId|label|name|title|why)":"[^"]*"/g, ''))) return `${status} tells of the inside: ${text.slice(0, 400)}`;
  if (status === 304) return text === '' ? undefined : '304 has a body';
  const answer = declared[String(status)];
  if (!answer) return `${status} is not declared: ${text.slice(0, 200)}`;
  const type = mediaType(response);
  const content = answer.content?.[type];
  if (!content) return answer.content === undefined && text === '' ? undefined : `${status} comes as ${type || 'nothing'}, which is not declared: ${text.slice(0, 200)}`;
  if (!type.includes('json')) return undefined;
  try {
    const fault = differing(content.schema, JSON.parse(text));
    return fault && `${status} ${fault}: ${text.slice(0, 300)}`;
  } catch {
    return `${status} is not JSON: ${text.slice(0, 200)}`;
  }
};
