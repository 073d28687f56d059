import { z } from 'zod';

/** What papers are kept with, and which kinds belong there: the text that was signed and its annexes, the decision to hold a class. */
export const paperKinds = { agreement: ['signed', 'annex', 'other'], class: ['decision', 'other'] } as const;
export type PaperOwner = keyof typeof paperKinds;
export type PaperKind = (typeof paperKinds)[PaperOwner][number];

/** A kind of paper as it is named in the address of an upload; undefined if such papers are not kept there. */
export const kindIn = (owner: PaperOwner, text: string | undefined): PaperKind | undefined => paperKinds[owner].find((it) => it === text);

export const paper = z.object({
  file: z.string(), kind: z.enum(['signed', 'annex', 'decision', 'other']), name: z.string(), size: z.number(), addedBy: z.string(), addedOn: z.string(),
});
export type Paper = z.infer<typeof paper>;
export const papersAnswer = z.object({ items: z.array(paper) });
