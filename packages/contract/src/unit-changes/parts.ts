import { z } from '@hono/zod-openapi';
import { unitChangeStates } from '@saubac/domain/unit-changes';
import { code, day, id, line, localText, shownDay, shownMoment } from '../frame/index.ts';
import { bothTexts, told } from '../imports/parts.ts';

const tier = z.enum(['central', 'province', 'district', 'commune']);
const bodyKind = z.enum(['state', 'party', 'socio-political', 'public-service']);
const own = { on: day.optional().openapi({ description: 'The day of the change where it is not named.' }) };

const traits = {
  name: line(500),
  officialCode: code.nullable(),
  tier,
  bodyKind,
  field: code.nullable(),
  needsLanguage: z.boolean().nullable().openapi({ description: 'null: not known.' }),
};

const unitValue = z.object({ ...traits, officialCode: code.nullable().default(null), field: code.nullable().default(null), needsLanguage: z.boolean().nullable().default(false), parent: code.nullable(), reportsTo: code.nullable().default(null), budgetsThrough: code.nullable().default(null) });

/** One operation; units are named by their codes. */
export const operation = z
  .discriminatedUnion('op', [
    z.object({ op: z.literal('establish'), unit: code, value: unitValue, ...own }),
    z.object({ op: z.literal('merge'), units: z.array(code).min(1).max(500), into: code, ...own }),
    z.object({
      op: z.literal('split'), unit: code, into: z.array(code).min(1).max(200), goesOn: z.boolean().default(false),
      successor: code.nullable().default(null).openapi({ description: 'Who takes everybody not named otherwise.' }),
      byPost: z.array(z.object({ post: code, to: code })).max(500).default([]), ...own,
    }),
    z.object({ op: z.literal('move'), unit: code, parent: code.nullable(), ...own }),
    z.object({ op: z.literal('abolish'), unit: code, successors: z.array(code).max(200).default([]), successor: code.nullable().default(null), endPosts: z.boolean().default(false), ...own }),
    z.object({ op: z.literal('rename'), unit: code, traits: z.object(traits).partial(), ...own }),
    z.object({ op: z.literal('line'), unit: code, line: z.enum(['manages', 'reports-to', 'budgets-through']), to: code.nullable(), ...own }),
  ])
  .openapi('UnitOperation');

const posting = z.object({
  post: code.nullable().default(null), kind: z.enum(['cadre', 'civil-servant', 'public-employee', 'contract-staff']), rank: code.nullable().default(null),
  office: line(500).nullable().default(null), officeRank: z.int().min(0).max(100).nullable().default(0), leader: z.boolean().nullable().default(false),
});

/** Somebody who goes to a unit of his own. */
export const move = z
  .object({ person: id, from: code.nullable().default(null).openapi({ description: 'The unit he leaves, where he holds several posts; null: that of his main post.' }), to: code, posting: posting.nullable().default(null).openapi({ description: 'What he becomes; null: what he was.' }), ...own })
  .openapi('UnitChangeMove');

/** Somebody who is moved by name, as it is listed. */
export const listedMove = z
  .object({ row: z.int(), person: z.string(), name: z.string().nullable(), from: z.string().nullable(), to: z.string(), on: shownDay, posting: z.record(z.string(), z.unknown()).nullable() })
  .openapi('ListedUnitChangeMove');

/** What is written down to be done. */
export const unitChangeInput = z
  .object({
    title: line(500),
    on: day,
    decision: z.object({ number: line(200), date: day }).nullable().default(null),
    why: line(2_000).nullable().default(null).openapi({ description: 'Needed where a day has passed.' }),
    operations: z.array(operation).max(20_000),
    moves: z.array(move).max(100_000).default([]),
  })
  .openapi('UnitChangeInput');

const act = z.object({ by: id.nullable(), label: z.string(), at: shownMoment });
const heads = z.object({ denominator: z.int(), numerator: z.int() });
const figure = z.object({ plan: z.string(), target: z.string(), title: localText, before: heads.nullable(), after: heads.nullable() });

const preview = z
  .object({
    created: z.int(), ended: z.int(), changed: z.int(), successions: z.int(), people: z.int(),
    posts: z.object({ ended: z.int(), started: z.int(), removed: z.int() }),
    grants: z.int(), plans: z.int(), figures: z.int().openapi({ description: 'Figures of units that differ.' }),
    closes: z.array(z.string()).openapi({ description: 'Signed closes counted on its first day or later: they stay as signed, a correction of them would come out otherwise.' }),
    whole: z.array(figure).openapi({ description: 'Every target of the whole tenant on the last day of the change.' }),
  })
  .openapi('UnitChangePreview');

/** A change of units. */
export const unitChange = z
  .object({
    id, title: z.string(), on: shownDay, firstDay: shownDay, decision: z.object({ number: z.string(), date: shownDay }).nullable(), why: z.string().nullable(),
    operations: z.array(z.record(z.string(), z.unknown())).openapi({ description: 'As they were written down, each with its row and day.' }),
    moves: z.int().openapi({ description: 'How many people are moved by name.' }),
    state: z.enum(unitChangeStates), progress: z.int(), preview: preview.nullable(), failure: told.nullable(),
    prepared: act, committed: act.nullable(), withdrawn: act.nullable(), version: z.int(),
  })
  .openapi('UnitChange');

/** A finding of a preview; what it holds depends on the list. */
export const finding = z
  .object({
    row: z.int().optional(), column: z.string().optional(), list: z.string().optional(), kind: z.string().optional(), text: bothTexts.optional(), code: z.string().optional(), unit: z.string().nullable().optional(), before: z.unknown().optional(), after: z.unknown().optional(),
    person: z.string().optional(), name: z.string().nullable().optional(), from: z.string().optional(), to: z.string().nullable().optional(), main: z.boolean().optional(), on: shownDay.optional(), id: z.string().optional(), role: z.string().optional(), line: z.string().optional(), user: z.string().optional(),
    plan: z.string().optional(), version: z.int().optional(), place: z.string().optional(), target: z.string().optional(), title: localText.optional(),
  })
  .openapi('UnitChangeFinding');
