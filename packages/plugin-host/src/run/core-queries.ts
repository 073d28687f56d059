import { peopleByIds, unitsByIds } from '@saubac/db/plugins';
import type { PersonId } from '@saubac/domain/values';
import type { CoreQueries } from '@saubac/plugin-api';
import { noteRead } from '@saubac/services/audit';
import { type Ctx, permit } from '@saubac/services/context';
import { listPeople } from '@saubac/services/people';
import { searchUnits } from '@saubac/services/units';

const usually = 20;

const atMost = (limit: number | undefined): number => Math.min(Math.max(1, limit ?? usually), usually);

const byId = <T extends { id: string }>(rows: readonly T[]): Map<T['id'], T> => new Map(rows.map((it) => [it.id, it]));

/** What a plugin may ask the core, as far as its caller may see it: who may not read people or units finds none. */
export const coreQueriesOf = (ctx: Ctx): CoreQueries => {
  const people = async (ids: readonly PersonId[]) => {
    const scope = permit(ctx, 'person.read');
    const found = scope.ok ? await peopleByIds(ctx.db, scope.value, ids, ctx.today) : [];
    // Several at once are a list; one is a file that somebody opened.
    if (ids.length === 1) for (const { id } of found) noteRead(ctx, id, 'file');
    return byId(found);
  };
  return {
    people,
    findPeople: async (words, limit) => {
      const found = await listPeople(ctx, { text: words, limit: atMost(limit) });
      const ids = found.ok ? found.value.people.map(({ id }) => id) : [];
      const scope = permit(ctx, 'person.read');
      return scope.ok ? peopleByIds(ctx.db, scope.value, ids, ctx.today) : [];
    },
    units: async (ids) => {
      const scope = permit(ctx, 'unit.read');
      return byId(scope.ok ? await unitsByIds(ctx.db, scope.value, ids, ctx.today) : []);
    },
    findUnits: async (words, limit) => {
      const found = await searchUnits(ctx, { text: words, limit: atMost(limit) });
      return found.ok ? found.value.units.map(({ id, code, name }) => ({ id, code, name })) : [];
    },
  };
};
