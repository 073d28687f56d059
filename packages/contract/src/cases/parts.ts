import { z } from '@hono/zod-openapi';
import { id, localText, shownDay, shownMoment } from '../frame/index.ts';

/** A move that the caller may take in a case as it stands. */
export const openMove = z
  .object({
    move: z.string().openapi({ example: 'sendBack' }),
    label: localText,
    to: z.string(),
    reason: z.boolean().openapi({ description: 'Whether a reason must be given.' }),
    aside: z.boolean().openapi({ description: 'It may be taken, but the case does not wait for it: only who began the case may, or it is for when there is need.' }),
    coveredFor: z.string().nullable().openapi({ description: 'Whom the caller would take it in the place of; null: by his own right.' }),
    refusals: z.array(localText).openapi({ description: 'Why it would be refused now; none where it can be taken.' }),
  })
  .openapi('OpenMove');

const named = z.object({ name: z.string(), label: localText });

/** A case in a list: what it is, where it stands, and what the caller may do with it. */
export const inboxItem = z
  .object({
    id,
    kind: z.string().openapi({ example: 'plan-version' }),
    kindLabel: localText,
    title: localText,
    link: z.string().openapi({ description: 'Where its subject is seen, within the tenant.', example: '/plan/drafts/…' }),
    person: z.object({ id, name: z.string() }).nullable().openapi({ description: 'Whom it is about, where the caller may see him.' }),
    unit: z.object({ id, name: z.string() }).nullable().openapi({ description: 'Whose matter it is; null: the whole tenant’s.' }),
    state: z.string(),
    stateLabel: localText,
    since: shownDay,
    dueOn: shownDay.nullable().openapi({ description: 'The last day on which it is in time.' }),
    lateDays: z.int().min(0).openapi({ description: 'Working days since then; 0 while it is in time.' }),
    version: z.int(),
    moves: z.array(openMove),
  })
  .openapi('InboxItem');

/** Things of one kind that wait for the caller and are decided on a page of their own. */
const waitingLine = z.object({
  kind: z.string().openapi({ example: 'certificate-to-verify' }),
  label: localText,
  count: z.int().min(1),
  more: z.boolean().openapi({ description: 'There are more than are counted.' }),
  link: z.string().openapi({ description: 'Where they are decided, within the tenant.', example: '/verification' }),
});

/** The inbox: the first due first, and how many there are of each kind. */
export const inbox = z
  .object({ items: z.array(inboxItem), elsewhere: z.array(waitingLine), notices: z.int().openapi({ description: 'How many notices the caller has not read.' }), counts: z.object({ all: z.int(), late: z.int(), kinds: z.array(z.object({ kind: z.string(), label: localText, count: z.int() })) }) })
  .openapi('Inbox');

/** A procedure by which cases of a kind go, with its words. */
const structure = z.object({
  states: z.array(named),
  initial: z.string(),
  final: z.array(z.string()),
  moves: z.array(named.extend({ from: z.array(z.string()), to: z.string() })),
});

/** A case, whole. */
export const wholeCase = inboxItem
  .extend({
    openedBy: z.string(),
    openedAt: shownMoment,
    closed: z.boolean(),
    structure,
    history: z.array(
      z.object({ move: z.string(), label: localText, from: z.string(), to: z.string(), by: z.string(), coveredFor: z.string().nullable().openapi({ description: 'In whose place.' }), reason: z.string().nullable(), at: shownMoment }),
    ),
    changedSince: z.object({ before: z.unknown(), now: z.unknown() }).nullable().openapi({ description: 'What whoever decides goes by, where it is another than at the last move.' }),
  })
  .openapi('Case');
