import { z } from 'zod';

const day = z.iso.date();
const line = (max: number) => z.string().trim().min(1).max(max);

/** What is typed of an agreement. Its commitments keep their ids, so that what was noted of them stays with them. */
export const agreementInput = z.object({
  title: line(300),
  partner: line(200),
  signedOn: day,
  endsOn: day.nullable(),
  note: z.string().trim().max(2_000).nullable(),
  commitments: z.array(z.object({ id: z.uuid().optional(), wording: line(500) })).min(1).max(30),
});
export type AgreementInput = z.infer<typeof agreementInput>;

export const changedAgreement = agreementInput.extend({ version: z.int() });
export const followUpInput = z.object({ commitment: z.uuid(), year: z.int().min(1950).max(2200), done: line(2_000) });

export const agreementLine = z.object({
  id: z.string(), title: z.string(), partner: z.string(), signedOn: z.string(), endsOn: z.string().nullable(),
  standing: z.enum(['coming', 'in-force', 'ending', 'ended']), commitments: z.number(), missing: z.number(),
});
export const agreementsAnswer = z.object({ items: z.array(agreementLine) });
export type AgreementLine = z.infer<typeof agreementLine>;

export const agreementAnswer = agreementLine.omit({ commitments: true, missing: true }).extend({
  note: z.string().nullable(),
  version: z.number(),
  years: z.array(z.number()),
  commitments: z.array(z.object({ id: z.string(), wording: z.string(), followUps: z.array(z.object({ year: z.number(), done: z.string(), notedOn: z.string() })) })),
  missing: z.array(z.object({ commitment: z.string(), year: z.number() })),
  classes: z.array(z.object({ id: z.string(), name: z.string(), state: z.string(), startsOn: z.string() })),
});
export type Agreement = z.infer<typeof agreementAnswer>;

export const idAnswer = z.object({ id: z.string() });
