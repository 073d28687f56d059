import { z } from '@hono/zod-openapi';
import { personReadKinds } from '@saubac/domain/audit';
import { id, localText, pageOf, shownMoment } from '../frame/index.ts';

const actor = z.object({ id: id.nullable().openapi({ description: 'Null: the product itself, or whoever runs the installation.' }), label: z.string() });

const subject = z.object({
  kind: z.string().openapi({ example: 'person' }),
  title: localText.openapi({ description: 'The kind in words.' }),
  id: id.nullable(),
  label: z.string().nullable().openapi({ description: 'The name it has today; null if it is gone or has none.' }),
  person: id.nullable().openapi({ description: 'Whose file it belongs to.' }),
});

const entryFields = {
  id,
  position: z.int().openapi({ description: 'Its place in the chain; the first act of the tenant has 1.' }),
  at: shownMoment,
  actor,
  act: z.string().openapi({ example: 'person.changed' }),
  title: localText.openapi({ description: 'The act in words.' }),
  subject,
  why: z.string().nullable(),
  bulk: z.boolean().openapi({ description: 'It has rows of its own for what it changed.' }),
};

/** An act of the audit, without what it changed. */
export const auditEntry = z.object(entryFields).openapi('AuditEntry');

const path = z.array(z.string()).openapi({ description: 'From the outside in.' });

/** What changed in one field: its value, or entries of a list that went and came. */
export const fieldChange = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), path, before: z.unknown(), after: z.unknown() }),
    z.object({ kind: z.literal('list'), path, removed: z.array(z.unknown()), added: z.array(z.unknown()) }),
  ])
  .openapi('FieldChange');

const changeFields = { before: z.unknown(), after: z.unknown(), changes: z.array(fieldChange) };

/** One row of a bulk write. */
export const auditDetail = z.object({ id, act: entryFields.act, title: entryFields.title, subject: subject.omit({ kind: true, title: true }), ...changeFields }).openapi('AuditDetail');

/** An act with what it changed. */
export const auditEntryInFull = z
  .object({
    ...entryFields,
    ...changeFields,
    names: z.record(z.string(), z.string()).openapi({ description: 'What ids that stand in the changes are called today: units, posts, issuers, users.' }),
    erased: z.boolean().openapi({ description: 'What it changed was erased, with trace.' }),
    details: pageOf(auditDetail),
  })
  .openapi('AuditEntryInFull');

/** Something that was done to a person's file. */
export const historyRow = z
  .object({
    ...entryFields,
    ...changeFields,
    detail: id.nullable().openapi({ description: 'The row of the bulk write `within` which it was done.' }),
    within: z.string().nullable(),
  })
  .openapi('HistoryRow');

/** That somebody opened something of a person's file. */
export const reading = z
  .object({
    id,
    reader: z.object({ id: id.nullable().openapi({ description: 'Null: whoever runs the installation, at the command line.' }), name: z.string().nullable() }),
    what: z.enum(personReadKinds),
    title: localText,
    at: shownMoment.openapi({ description: 'The first time within the hour.' }),
  })
  .openapi('Reading');

/** What the audit can be looked through by. */
export const auditChoices = z
  .object({
    acts: z.array(z.object({ act: z.string(), title: localText })),
    subjectKinds: z.array(z.object({ kind: z.string(), title: localText })),
    actors: z.array(z.object({ id, label: z.string() })),
  })
  .openapi('AuditChoices');

/** What a check of the audit found. */
export const auditCheck = z
  .object({
    at: shownMoment,
    entries: z.int().openapi({ description: 'So many acts were recomputed, from the first to the last.' }),
    erased: z.int().openapi({ description: 'Of them, those whose contents were erased with trace.' }),
    anchors: z.int().openapi({ description: 'So many earlier states, kept elsewhere, were compared.' }),
    faults: z.array(z.object({ kind: z.enum(['gap', 'entry-changed', 'payload-changed', 'head-changed', 'cut-short', 'rewritten']), position: z.int() })).openapi({ description: 'Empty: everything is as it was recorded. The first hundred.' }),
  })
  .openapi('AuditCheck');
