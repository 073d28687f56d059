import type { Forbidden, Permission } from '@saubac/domain/access';
import { dateInWords } from '@saubac/domain/people';
import type { ExportOrder } from '@saubac/domain/transfers';
import { fail, ok, type Result, type UnitScope, type UserId } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { listAudit } from '../audit/index.ts';
import { type PrintCloseFailure, printClose } from '../closes/index.ts';
import { type Ctx, narrowedTo, permit } from '../context/index.ts';
import type { TookTooLong } from '../figures/index.ts';
import { exportRoster, writeList } from '../roster/index.ts';
import { factDefinitions, people, type PeoplePage, type PersonWithReason, reasonInWords, type TargetFailure } from '../targets/index.ts';
import type { Writing } from './writing.ts';
import { type CertificatesFailure, writeCertificates } from './write-certificates.ts';

export type WriteFailure = Forbidden | TargetFailure | TookTooLong | PrintCloseFailure | CertificatesFailure | { kind: 'export-failed' };

type Written = Result<{ scope: UnitScope }, WriteFailure>;
type OrderOf<Kind extends ExportOrder['kind']> = Extract<ExportOrder, { kind: Kind }>;

/** What somebody must hold to take data out. Lists of people are taken out by whoever may take out the roster. */
export const permissionFor: Readonly<Record<ExportOrder['kind'], Permission>> = { roster: 'roster.export', 'people-behind-target': 'roster.export', audit: 'audit.read', close: 'close.read', certificates: 'roster.export' };

const writeRoster = async (ctx: Ctx, { on, sheet }: OrderOf<'roster'>, { path, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const written = await exportRoster(ctx, { on, path, sheet, onRow });
  if (written.ok) return ok({ scope });
  return fail(written.failure.kind === 'forbidden' ? written.failure : { kind: 'export-failed' });
};

const pageSize = 2_000;

const personRow = ({ fullName, birthDate, birthPrecision, unitCode, unitName, reached, ...rest }: PersonWithReason, ctx: Ctx, words: Words): string[] => [
  fullName, birthDate === null ? '' : dateInWords(birthDate, birthPrecision), unitCode, unitName, words.t(reached ? 'reasons.reached' : 'reasons.missing'), reasonInWords({ reached, reason: rest.reason }, factDefinitions(ctx.registry), words),
];

const writePeople = async (all: Ctx, order: OrderOf<'people-behind-target'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const ctx = narrowedTo(all, scope);
  const { on, target, group, unit, planVersion } = order;
  const pageAfter = (after: PeoplePage['next']) => people(ctx, { on, target, group, after, limit: pageSize, unit: unit ?? undefined, planVersion: planVersion ?? undefined });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  async function* rows(page: PeoplePage): AsyncGenerator<string[]> {
    for (let now = page; ; ) {
      for (const it of now.people) {
        onRow();
        yield personRow(it, ctx, words);
      }
      if (now.next === null) return;
      const following = await pageAfter(now.next);
      if (!following.ok) throw new Error(following.failure.kind);
      now = following.value;
    }
  }
  const columns = [
    { heading: words.t('targets.name'), width: 28 }, { heading: words.t('targets.birthDate'), width: 12 }, { heading: words.t('exports.unitCode'), width: 14 }, { heading: words.t('exports.unitName'), width: 36 },
    { heading: words.t('targets.reached'), width: 14 }, { heading: words.t('targets.reason'), width: 60 },
  ];
  await writeList(path, format, { name: words.t('exports.people'), columns, rows: rows(first.value) });
  return ok({ scope });
};

const writeAudit = async (ctx: Ctx, { kind: _, actor, ...filter }: OrderOf<'audit'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  type Place = NonNullable<Parameters<typeof listAudit>[1]['after']>;
  async function* rows(): AsyncGenerator<(string | null)[]> {
    for (let after: Place | undefined; ; ) {
      const page = await listAudit(ctx, { ...filter, actor: actor as UserId | undefined, after, limit: pageSize });
      if (!page.ok) throw new Error(page.failure.kind);
      for (const it of page.value.entries) {
        onRow();
        yield [it.at, it.actor.label, words.named('acts', it.act), words.named('audit', `subject-${it.subject.kind}`), it.subject.label, it.subject.id, it.why];
      }
      if (page.value.next === null) return;
      after = page.value.next;
    }
  }
  const columns = [
    { heading: words.t('exports.at'), width: 26 }, { heading: words.t('exports.actor'), width: 28 }, { heading: words.t('exports.act'), width: 36 }, { heading: words.t('exports.subject'), width: 20 }, { heading: words.t('exports.subjectName'), width: 36 },
    { heading: words.t('targets.id'), width: 38 }, { heading: words.t('exports.why'), width: 50 },
  ];
  await writeList(path, format, { name: words.t('exports.audit'), columns, rows: rows() });
  return ok({ scope });
};

const writeClose = async (ctx: Ctx, { close }: OrderOf<'close'>, { path, words, onRow }: Writing): Promise<Written> => {
  const printed = await printClose(ctx, { close, path, words, onRow });
  return printed.ok ? ok({ scope: printed.value.scope }) : printed;
};

/** Writes what was ordered into a file, as far as the caller may see it. Answers with the scope that it was written for. */
export const writeExport = async (ctx: Ctx, order: ExportOrder, writing: Writing): Promise<Written> => {
  const scope = permit(ctx, permissionFor[order.kind]);
  if (!scope.ok) return scope;
  if (order.kind === 'roster') return writeRoster(ctx, order, writing, scope.value);
  if (order.kind === 'certificates') return writeCertificates(ctx, order, writing, scope.value);
  if (order.kind === 'close') return writeClose(ctx, order, writing);
  return order.kind === 'audit' ? writeAudit(ctx, order, writing, scope.value) : writePeople(ctx, order, writing, scope.value);
};
