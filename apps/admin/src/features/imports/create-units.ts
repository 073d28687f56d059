import type { IsoDate } from '@saubac/domain/values';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, Refused, useWords } from '../../shell/index.ts';
import { isWorking, rowTotals } from './import-states.ts';
import { everythingAnew, recheck, startImport } from './mutations.ts';
import { type NewUnit, unitsCsv } from './new-units.ts';
import type { RosterImport, RosterSheet } from './queries.ts';

const lookEveryMs = 400;
const mostLooks = 300;

/** Some units were refused: the first reason, in the words of the server. */
class UnitsRefused extends Error {}

const untilAtRest = async (tenant: string, id: string): Promise<RosterImport> => {
  for (let looks = 0; ; looks += 1) {
    const it = await ask((api) => api.getImport({ params: { tenant, id } }));
    if (!isWorking(it.state) || looks >= mostLooks) return it;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
};

/**
 * Creates units as an import of their own, which is noted and can be taken back like any other, and has the import that named them checked
 * again. Refused units are none: then nothing is created.
 */
export const useCreateUnits = (tenant: string, it: RosterImport, sheet: RosterSheet) => {
  const words = useWords();
  const queries = useQueryClient();
  const start = useMutation(startImport(queries, tenant));
  const again = useMutation(recheck(queries, tenant, it.id));
  const create = useMutation({
    mutationFn: async ({ units, from }: { units: readonly NewUnit[]; from: IsoDate }) => {
      const headings = Object.fromEntries(sheet.columns.map(({ key, heading }) => [key, heading]));
      const csv = unitsCsv(units, headings, words.date(from));
      const { id } = await start.mutateAsync({ file: new Blob([csv], { type: 'text/csv' }), name: `${sheet.name}.csv`, effectiveDate: from });
      const checked = await untilAtRest(tenant, id);
      if (checked.state !== 'checked' || rowTotals(checked).refused > 0) {
        const { items } = await ask((api) => api.listImportRefusals({ params: { tenant, id }, query: { limit: 1 } }));
        await ask((api) => api.cancelImport({ params: { tenant, id } })).catch(() => undefined);
        throw new UnitsRefused(words.text(items[0]?.text ?? checked.failure?.text ?? { vi: words.t('shell.failed') }));
      }
      await ask((api) => api.commitImport({ params: { tenant, id }, headers: { 'if-match': `"${checked.version}"` } }));
      const written = await untilAtRest(tenant, id);
      if (written.state !== 'committed') throw new UnitsRefused(words.text(written.failure?.text ?? { vi: words.t('shell.failed') }));
      everythingAnew(queries, tenant, it.id);
      await again.mutateAsync();
    },
  });
  const inWords = create.error instanceof UnitsRefused ? create.error.message : create.error instanceof Refused ? words.text(create.error.problem.text) : words.t('shell.unreachable');
  return { ...create, inWords };
};
