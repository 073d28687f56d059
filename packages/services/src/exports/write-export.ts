import type { ExportOrder } from '@saubac/domain/transfers';
import { fail, ok, type UnitScope, type UserId } from '@saubac/domain/values';

import { listAudit, ownName } from '../audit/index.ts';
import { printClose } from '../closes/index.ts';
import { type Ctx, permit } from '../context/index.ts';
import { exportRoster, writeList } from '../roster/index.ts';
import { writeCertificates } from './write-certificates.ts';
import { writeDuties } from './write-duties.ts';
import { writeProgress, writeTargetUnits } from './write-figures.ts';
import { writeObstacles } from './write-obstacles.ts';
import { writePeople, writePeopleBehind } from './write-people.ts';
import { writeUnits } from './write-units.ts';
import { permissionFor } from './permission-for.ts';
import { writePluginReport } from './write-plugin-report.ts';
import { writeStandardGaps } from './write-standard-gaps.ts';
import { type OrderOf, pageSize, type Writing, type Written } from './writing.ts';

const writeRoster = async (ctx: Ctx, { on, sheet }: OrderOf<'roster'>, { path, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  const written = await exportRoster(ctx, { on, path, sheet, onRow });
  if (written.ok) return ok({ scope });
  return fail(written.failure.kind === 'forbidden' ? written.failure : { kind: 'export-failed' });
};

const writeAudit = async (ctx: Ctx, { kind: _, actor, ...filter }: OrderOf<'audit'>, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Written> => {
  type Place = NonNullable<Parameters<typeof listAudit>[1]['after']>;
  const named = (what: 'act' | 'subject', name: string): string | undefined => {
    const own = ownName(ctx.registry, what, name);
    return own && words.text(own);
  };
  async function* rows(): AsyncGenerator<(string | null)[]> {
    for (let after: Place | undefined; ; ) {
      const page = await listAudit(ctx, { ...filter, actor: actor as UserId | undefined, after, limit: pageSize });
      if (!page.ok) throw new Error(page.failure.kind);
      for (const it of page.value.entries) {
        onRow();
        yield [it.at, it.actor.label, named('act', it.act) ?? words.named('acts', it.act), named('subject', it.subject.kind) ?? words.named('audit', `subject-${it.subject.kind}`), it.subject.label, it.subject.id, it.why];
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
  const scope = permit(ctx, permissionFor(ctx.registry, order));
  if (!scope.ok) return scope;
  switch (order.kind) {
    case 'roster': return writeRoster(ctx, order, writing, scope.value);
    case 'people': return writePeople(ctx, order, writing, scope.value);
    case 'people-behind-target': return writePeopleBehind(ctx, order, writing, scope.value);
    case 'target-units': return writeTargetUnits(ctx, order, writing, scope.value);
    case 'progress': return writeProgress(ctx, order, writing, scope.value);
    case 'audit': return writeAudit(ctx, order, writing, scope.value);
    case 'certificates': return writeCertificates(ctx, order, writing, scope.value);
    case 'units': return writeUnits(ctx, order, writing, scope.value);
    case 'standard-gaps': return writeStandardGaps(ctx, order, writing, scope.value);
    case 'plugin-report': return writePluginReport(ctx, order, writing, scope.value);
    case 'duties': return writeDuties(ctx, order, writing, scope.value);
    case 'obstacles': return writeObstacles(ctx, order, writing, scope.value);
    case 'close': return writeClose(ctx, order, writing);
  }
};
