import { type NamingColumn, postsToName, putCodes, rememberedCodes, type ResolvedName, type StagedName, stagedNames, unitsToName } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import { foldedName, type NamedThing, type NameFound, nameFinder } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';

/** Why a text in a column of codes is refused that names nothing, or several: what may have been meant. By column and text. */
export type NameHints = ReadonlyMap<string, { kind: 'unit-not-found' | 'unit-ambiguous' | 'post-not-found' | 'post-ambiguous'; near: string[] }>;

type Of = NamingColumn['of'];
type Staged = { batch: string; on: IsoDate; within: ReadonlySet<string> | null };
type Finder = (text: string, day: IsoDate) => NameFound | { kind: 'remembered'; thing: NamedThing };

const columns: readonly NamingColumn[] = [
  { sheet: 'units', column: 'parent_code', of: 'unit' },
  { sheet: 'units', column: 'reports_to', of: 'unit' },
  { sheet: 'units', column: 'budgets_through', of: 'unit' },
  { sheet: 'people', column: 'unit_code', of: 'unit' },
  { sheet: 'people', column: 'post_code', of: 'post' },
];

// A file in which more texts than this name nothing is not one of names misspelt.
const mostLookedUp = 5_000;

/** A unit or post as it is suggested: its code, then its name and what it stands below. */
const suggested = ({ code, name, above }: NamedThing): string => `${code} (${above === null ? name : `${name}, ${above}`})`;

const finderOf = async (tx: TenantTx, of: Of, names: readonly StagedName[], { batch, within }: Staged): Promise<Finder> => {
  const all = of === 'unit' ? await unitsToName(tx, batch) : await postsToName(tx, batch);
  const things = of === 'unit' && within ? all.filter(({ code }) => within.has(code)) : all;
  const byCode = new Map(things.map((it) => [it.code, it]));
  const remembered = await rememberedCodes(tx, of, names.map(({ text }) => foldedName(text)));
  const find = nameFinder(things);
  return (text, day) => {
    const thing = byCode.get(remembered.get(foldedName(text)) ?? '');
    return thing ? { kind: 'remembered', thing } : find(text, day);
  };
};

const hintKey = (column: string, text: string): string => `${column} ${text}`;

/** What may have been meant by a refused text of a column; undefined where nothing comes near. */
export const hintOf = (hints: NameHints, column: string, value: string | null): ReturnType<NameHints['get']> => (value === null ? undefined : hints.get(hintKey(column, value)));

/**
 * Puts the codes of units and posts where rows name them in words, as far as a name fits one alone on the day of the row, and notes that as
 * mended. What was chosen for a name before is taken first. A limited importer's rows name units of his own only. Answers with what may
 * have been meant by the texts that are left.
 */
export const resolveNames = async (tx: TenantTx, staged: Staged): Promise<NameHints> => {
  const hints = new Map<string, { kind: 'unit-not-found' | 'unit-ambiguous' | 'post-not-found' | 'post-ambiguous'; near: string[] }>();
  const found = [];
  for (const column of columns) found.push({ column, names: (await stagedNames(tx, column, staged)).slice(0, mostLookedUp) });
  for (const sort of ['unit', 'post'] as const) {
    const asked = found.filter(({ column, names }) => column.of === sort && names.length > 0);
    if (asked.length === 0) continue;
    const find = await finderOf(tx, sort, asked.flatMap(({ names }) => names), staged);
    for (const { column, names } of asked) {
      const resolved: ResolvedName[] = [];
      for (const it of names) {
        const answer = find(it.text, it.day);
        if (answer.kind === 'one' || answer.kind === 'remembered') {
          const { code, name } = answer.thing;
          resolved.push({ ...it, code, kind: answer.kind === 'one' ? `${sort}-by-name` : `${sort}-remembered`, told: `${code} (${name})` });
        } else if (answer.near.length > 0) hints.set(hintKey(column.column, it.text), { kind: answer.kind === 'several' ? `${sort}-ambiguous` : `${sort}-not-found`, near: answer.near.map(suggested) });
      }
      await putCodes(tx, column, staged, resolved);
    }
  }
  return hints;
};
