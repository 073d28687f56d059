import type { LocalText } from '@saubac/domain/values';
import { z } from 'zod/mini';

const localText = z.object({ vi: z.string(), en: z.optional(z.string()) });
const cite = z.object({ document: z.string(), clause: z.string(), quote: z.string(), wording: z.optional(z.literal('summary')) });
const reading = z.object({ chosen: localText, chosenBy: z.nullish(localText), alternatives: z.nullish(z.array(localText)) });
const planTarget = z.object({
  id: z.string(),
  title: localText,
  cite,
  cohort: z.optional(z.unknown()),
  reachedWhen: z.optional(z.unknown()),
  extra: z.nullish(z.object({ rule: z.optional(z.unknown()) })),
  focus: z.nullish(z.object({ title: localText, rule: z.optional(z.unknown()), reading: z.nullish(reading) })),
  reading: z.nullish(reading),
});
const planDocument = z.object({ targets: z.array(z.unknown()), documents: z.array(z.object({ id: z.string(), number: z.nullish(z.string()), title: localText })) });

/** A clause of the plan that was read in one of several ways. */
export type Reading = { chosen: LocalText; chosenBy?: LocalText | null | undefined; alternatives?: readonly LocalText[] | null | undefined };

/** What the plan file says about one target, as far as its page shows it. */
export type PlanTarget = {
  cite: z.infer<typeof cite>;
  document: { number: string | null | undefined; title: LocalText } | undefined;
  cohort: unknown;
  reachedWhen: unknown;
  extra: unknown;
  focus: { title: LocalText; rule: unknown } | undefined;
  readings: readonly Reading[];
};

/** Reads one target out of a plan document; undefined where it has none of that id, or is in a form that this page does not know. */
export const planTargetOf = (document: unknown, id: string): PlanTarget | undefined => {
  const plan = planDocument.safeParse(document);
  if (!plan.success) return undefined;
  const found = plan.data.targets.map((it) => planTarget.safeParse(it)).find((it) => it.success && it.data.id === id)?.data;
  if (!found) return undefined;
  const source = plan.data.documents.find((it) => it.id === found.cite.document);
  return {
    cite: found.cite,
    document: source && { number: source.number, title: source.title },
    cohort: found.cohort,
    reachedWhen: found.reachedWhen,
    extra: found.extra?.rule,
    focus: found.focus ? { title: found.focus.title, rule: found.focus.rule } : undefined,
    readings: [found.reading, found.focus?.reading].filter((it) => it !== undefined && it !== null),
  };
};
