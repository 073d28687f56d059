import { z } from '@hono/zod-openapi';
import { mainPostChoices, mergeFields, twinPoints, type TwinReason } from '@saubac/domain/twins';
import { progressFigures } from '../figures/parts.ts';
import { id, line, shownDay, shownMoment } from '../frame/index.ts';

const side = z.enum(['staying', 'going']);
const reasons = Object.keys(twinPoints) as [TwinReason, ...TwinReason[]];

/** The reason of a decision, kept in the audit. */
export const why = line(500).optional().openapi({ description: 'The reason, kept in the audit.' });

/** What speaks for two records being of one person. */
export const likeness = {
  score: z.int().openapi({ description: 'Whole points from 0 to 99: never a certainty.' }),
  reasons: z.array(z.object({ reason: z.enum(reasons), points: z.int() })).openapi({ description: 'Each sign with its points; those below zero speak against it.' }),
};

/** Somebody as two records are laid side by side. */
export const twinCard = z
  .object({
    id, version: z.int(), fullName: z.string(), birth: z.object({ date: shownDay, precision: z.enum(['day', 'month', 'year']) }).nullable(), sex: z.enum(['female', 'male']).nullable(),
    idNumber: z.string().nullable().openapi({ description: 'Masked but for its last three digits where the caller may not read it.' }),
    unit: z.object({ code: z.string(), name: z.string() }).nullable(), certificates: z.int(),
  })
  .openapi('TwinCard');

/** Whose values stay. */
export const mergeChoices = z
  .object({
    fields: z.object(Object.fromEntries(mergeFields.map((it) => [it, side.optional()])) as Record<(typeof mergeFields)[number], z.ZodOptional<typeof side>>).default({}).openapi({ description: 'Where nothing is said the value of the staying record stays, or the other’s where it has none.' }),
    mainPosts: z.enum(mainPostChoices).optional().openapi({ description: 'Whose main post counts on days on which both hold one; `beside`: the other one becomes concurrent.' }),
  })
  .openapi('MergeChoices');

/** Which record stays, which goes, and whose values stay. */
export const mergeInput = { staying: id, going: id, choices: mergeChoices.default({ fields: {} }) };

const deed = z.object({ by: id.nullable(), label: z.string(), at: shownMoment });
const named = z.object({ id, fullName: z.string().nullable() });

/** A merge as it stands. */
export const merge = z
  .object({ id, version: z.int(), state: z.enum(['proposed', 'confirmed', 'withdrawn', 'undone']), staying: named, going: named, choices: mergeChoices, likeness: z.object(likeness), proposed: deed, decided: deed.nullable(), undone: deed.nullable() })
  .openapi('Merge');

const level = z.int().nullable();

/** What would become of two records. */
export const mergePreview = z
  .object({
    ...likeness,
    staying: twinCard,
    going: twinCard,
    fieldsFrom: z.partialRecord(z.enum(mergeFields), side).openapi({ description: 'Whose value stays, of fields in which the two differ.' }),
    moves: z.object({ posts: z.int(), planned: z.int(), training: z.int(), certificates: z.int(), claims: z.int(), account: z.boolean(), others: z.array(z.object({ table: z.string(), rows: z.int() })) }),
    dropped: z.object({ certificates: z.int(), claims: z.int() }).openapi({ description: 'What both have.' }),
    levels: z.array(z.object({ language: z.string(), staying: level, going: level, merged: level })).openapi({ description: 'Best levels today, by verified certificates.' }),
    targets: z.array(z.object({ plan: z.string(), planVersion: z.int(), before: progressFigures, after: progressFigures })).openapi({ description: 'Targets that would stand otherwise.' }),
  })
  .openapi('MergePreview');
