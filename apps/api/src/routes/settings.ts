import { certificateCatalogueRoute, getSettingsRoute, listEquivalenceTablesRoute, putSettingsRoute } from '@saubac/contract/catalogues';
import type { Fault } from '@saubac/contract/problems';
import { type OpenEnd, lastDayOf } from '@saubac/domain/levels';
import type { IsoDate } from '@saubac/domain/values';
import { certificateCatalogue, listEquivalenceTables } from '@saubac/services/catalogues';
import { applySettings, type ApplySettingsFailure, getSettings } from '@saubac/services/levels';
import { planProblemInWords } from '@saubac/services/plans';
import { etagOf, inBoth, refuse, versionOf } from '../answers/index.ts';
import { faultsOfSettings } from './dated-rows.ts';
import { tenantRoutes } from './frame.ts';

const inDays = ({ from, to, ...rest }: { from: IsoDate | '-infinity'; to: OpenEnd }) => ({ ...rest, from: from === '-infinity' ? null : from, lastDay: lastDayOf(to) });

/** What is wrong with a document, at its places. */
const faultsOf = (failure: ApplySettingsFailure): Fault[] | undefined =>
  failure.kind === 'settings-not-in-form'
    ? failure.problems.map((it) => ({ field: `body.settings.${it.path}`, code: it.kind, text: inBoth((say) => planProblemInWords(it, say)) }))
    : faultsOfSettings(failure)?.map((it) => ({ ...it, field: `body.settings.${it.field}` }));

/** What decides levels as a whole, and what ships to decide it with. */
export const settingsRoutes = tenantRoutes((app) => {
  app.openapi(listEquivalenceTablesRoute, async (c) => {
    const tables = await listEquivalenceTables(c.var.ctx);
    if (!tables.ok) return refuse(c, tables.failure);
    const items = tables.value.map(({ adopted, rules, ...table }) => ({
      ...table,
      rules: rules.map((it) => ({ ...it, levels: it.levels.map((level) => ({ ...level })) })),
      adopted: adopted.map(({ from, to, basis }) => ({ from, lastDay: lastDayOf(to), basis })),
    }));
    return c.answer({ items }, 200);
  });
  app.openapi(certificateCatalogueRoute, async (c) => {
    const catalogue = await certificateCatalogue(c.var.ctx);
    if (!catalogue.ok) return refuse(c, catalogue.failure);
    const { framework, types, languages } = catalogue.value;
    return c.answer(
      {
        types: types.map(({ scoreLimits: { overall, skill }, ...it }) => ({ ...it, skills: [...it.skills], grades: [...it.grades], scoreLimits: { overall: overall && [...overall], skill: skill && [...skill] } })),
        languages: languages.map(({ code, vi, en }) => ({ code, name: { vi, en } })),
        framework: { ...framework, levels: framework.levels.map(({ level, code, name, from, to }) => ({ level, code, name, ...inDays({ from, to }) })) },
      },
      200,
    );
  });
  app.openapi(getSettingsRoute, async (c) => {
    const found = await getSettings(c.var.ctx);
    return found.ok ? c.answer(found.value, 200, { etag: etagOf(found.value.version) }) : refuse(c, found.failure);
  });
  app.openapi(putSettingsRoute, async (c) => {
    const { settings, correct, why } = c.req.valid('json');
    const applied = await applySettings(c.var.ctx, settings, { version: versionOf(c.req.valid('header')['if-match']), correct, why });
    return applied.ok ? c.answer(applied.value, 200, { etag: etagOf(applied.value.version) }) : refuse(c, applied.failure, faultsOf(applied.failure));
  });
});
