import { z } from 'zod';

const day = z.iso.date();
const line = (max: number) => z.string().trim().min(1).max(max);

/** An order that issues certificates of completion to learners of a class. */
export const issueInput = z.object({ decisionNumber: line(60), decisionOn: day, enrolments: z.array(z.uuid()).min(1).max(200) });

/** A level of the framework that Sở Giáo dục và Đào tạo confirms, by a document. */
export const confirmationInput = z.object({ level: z.int().min(1).max(6), document: line(120), on: day });

export const certificateLine = z.object({
  id: z.string(), number: z.string(), person: z.string(), name: z.string().nullable(), unit: z.string().nullable(), class: z.string(), className: z.string(),
  course: z.enum(['basic', 'advanced']), issuedOn: z.string(), attended: z.number(), due: z.number(), aimedAt: z.number().nullable(),
  level: z.number().nullable(), confirmedOn: z.string().nullable(), confirmation: z.string().nullable(),
});
export type CertificateLine = z.infer<typeof certificateLine>;
export const certificatesAnswer = z.object({ items: z.array(certificateLine) });
