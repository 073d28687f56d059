import type { Cluster } from '@saubac/db/cluster';
import { compareTables, type TableContent, type TableDifference } from '@saubac/domain/parcels';
import { fail, type IsoDate, ok, type Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { openParcel, tenantContents } from '@saubac/services/parcels';
import { progress } from '@saubac/services/targets';
import type { Frame, Outcome, Refusal } from '../frame/frame.ts';
import { withInstallation } from '../frame/installation.ts';
import { inTenant } from '../frame/tenant-context.ts';

/** One of the two that are compared: a tenant here, or a parcel. */
type Side = { name: string; contents: readonly TableContent[]; isTenant: boolean };

const sideOf = async (cluster: Cluster, name: string): Promise<Result<Side, Refusal>> => {
  const tenant = await cluster.findTenant(name);
  if (tenant) return ok({ name: tenant.slug, contents: await tenantContents(cluster, tenant), isTenant: true });
  const parcel = await openParcel(name);
  if (parcel.ok) return ok({ name, contents: parcel.value.manifest.tables, isTenant: false });
  return parcel.failure.kind === 'no-parcel' ? fail({ kind: 'unknown-tenant', slug: name }) : parcel;
};

const differenceLine = (words: Words, sides: { first: Side; second: Side }, it: TableDifference): string =>
  it.kind === 'only-in-one' ? words.t('parcels.only-in-one', { table: it.table, side: sides[it.in].name }) : words.told('parcels', it);

type Figures = Map<string, string>;

/** The answers of a day for each target, as texts; what is refused is an answer too, if it is in both. */
const figuresOf = (cluster: Cluster, slug: string, on: IsoDate): Promise<Result<Figures, Refusal>> =>
  inTenant<Figures, Refusal>(cluster, slug, async (ctx) => {
    const answers = await progress(ctx, { on });
    if (!answers.ok) return answers.failure.kind === 'no-plan-in-force' ? ok(new Map()) : fail(answers.failure);
    return ok(new Map(answers.value.map((it) => [`${it.plan}/${it.target}`, JSON.stringify(it)])));
  });

const differingFigures = (first: Figures, second: Figures): string[] => [...new Set([...first.keys(), ...second.keys()])].filter((it) => first.get(it) !== second.get(it));

const compareFigures = async (cluster: Cluster, first: Side, second: Side, on: IsoDate | undefined): Promise<Result<{ targets: number; differing: string[] } | null, Refusal>> => {
  if (on === undefined) return ok(null);
  if (!first.isTenant || !second.isTenant) return fail({ kind: 'parcel-has-no-figures' });
  const [ofFirst, ofSecond] = [await figuresOf(cluster, first.name, on), await figuresOf(cluster, second.name, on)];
  if (!ofFirst.ok) return ofFirst;
  if (!ofSecond.ok) return ofSecond;
  return ok({ targets: ofFirst.value.size, differing: differingFigures(ofFirst.value, ofSecond.value) });
};

const compared = async (cluster: Cluster, words: Words, names: readonly [string, string], on: IsoDate | undefined): Promise<Outcome> => {
  const first = await sideOf(cluster, names[0]);
  if (!first.ok) return first;
  const second = await sideOf(cluster, names[1]);
  if (!second.ok) return second;
  const figures = await compareFigures(cluster, first.value, second.value, on);
  if (!figures.ok) return figures;
  const tables = compareTables(first.value.contents, second.value.contents);
  const targets = figures.value?.differing ?? [];
  if (tables.length + targets.length > 0) {
    const sentences = [...tables.map((it) => differenceLine(words, { first: first.value, second: second.value }, it)), ...targets.map((target) => words.t('parcels.otherFigures', { target }))];
    return fail({ kind: 'tenants-differ', count: sentences.length, tables, targets, sentences });
  }
  const { contents } = first.value;
  const size = { tables: contents.length, rows: contents.reduce((rows, it) => rows + it.rows, 0) };
  const figuresLine = figures.value && on ? [words.t('parcels.equalFigures', { on, targets: figures.value.targets })] : [];
  return ok({ json: { equal: true, ...size, targets: figures.value?.targets ?? null }, text: [words.t('parcels.equal', size), ...figuresLine].join('\n') });
};

/** Compares two tenants, or a tenant and a parcel. */
export const compareTenants = ({ words, env }: Frame, first: string, second: string, { on }: { on?: IsoDate }): Promise<Outcome> =>
  withInstallation(env, (cluster) => compared(cluster, words, [first, second], on));
