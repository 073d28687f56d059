import { isObject, type Json } from './json/place.ts';

/** Why a chosen file is no plan file that could be begun with. */
export type FileFault = 'no-json' | 'no-object' | 'too-large';

/** The most that the server takes at once. */
const largestBytes = 1_000_000;

/** Reads a plan file. Whether it makes sense is the server's matter: a draft may have problems. */
export const readPlanFile = (text: string): { document: Record<string, Json> } | { fault: FileFault } => {
  if (new TextEncoder().encode(text).length > largestBytes) return { fault: 'too-large' };
  try {
    const json = JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
    return isObject(json) ? { document: json } : { fault: 'no-object' };
  } catch {
    return { fault: 'no-json' };
  }
};

/** A plan as it is written to a file. */
export const writePlanFile = (document: Json): string => `${JSON.stringify(document, undefined, 2)}\n`;

/** The name that a plan is saved under. */
export const nameOfPlanFile = (document: Json): string => {
  const id = isObject(document) ? document['id'] : undefined;
  return `${typeof id === 'string' && /^[a-z0-9-]+$/.test(id) ? id : 'plan'}.json`;
};
