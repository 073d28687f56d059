import type { Cluster } from '@saubac/db/cluster';
import type { ParcelManifest, ParcelObstacle } from '@saubac/domain/parcels';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';
import { migrationsOf } from '@saubac/plugin-host';
import { openFileStore } from '@saubac/services/files';
import {
  type ArrivedParcel,
  checkParcel,
  exportParcel,
  type ExportStep,
  importParcel,
  type ImportParcelFailure,
  type ImportStep,
  type ParcelFailure,
  type PartDamage,
  type PluginHere,
} from '@saubac/services/parcels';
import type { Frame, Outcome, Refusal } from '../frame/frame.ts';
import { productVersion, servingParts, withInstallation } from '../frame/installation.ts';
import { installedPlugins, operator } from '../frame/tenant-context.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** What a parcel holds, in numbers. */
const sizeOf = ({ tables, files }: ParcelManifest) => ({ tables: tables.length, rows: sum(tables.map(({ rows }) => rows)), files: files.length });

/** Says a line of progress when there is a new one, and not more often than every second. */
const teller = (say: Frame['say']) => {
  let said = '';
  let last = 0;
  return (key: string, line: () => string): void => {
    const now = performance.now();
    if (key === said && now - last < 1_000) return;
    said = key;
    last = now;
    say(line());
  };
};

const exportTold = (words: Words, tell: ReturnType<typeof teller>) => (it: ExportStep): void => {
  if (it.step === 'table') tell(it.table, () => words.t('parcels.exportingTable', { table: it.table }));
  else tell('files', () => words.t('parcels.exportingFiles', it));
};

/** Writes a tenant as a parcel. */
export const exportTenant = ({ words, env, say }: Frame, slug: string, { out, why }: { out: string; why?: string }): Promise<Outcome> =>
  withInstallation(env, async (cluster) => {
    const files = await openFileStore(servingParts(env).filesFolder);
    const exported = await exportParcel({ cluster, files }, { slug, out, why, product: productVersion, by: operator, now: new Date(), onStep: exportTold(words, teller(say)) });
    if (!exported.ok) return exported;
    const { tenant, filesMissing } = exported.value;
    const size = sizeOf(exported.value);
    const missing = filesMissing.length > 0 ? [words.t('parcels.filesMissing', { count: filesMissing.length })] : [];
    const text = [words.t('parcels.exported', { name: tenant.name, slug: tenant.slug, path: out, ...size }), ...missing, words.t('parcels.personalData')].join('\n');
    return ok({ json: { slug: tenant.slug, path: out, ...size, filesMissing }, text });
  });

const damageLine = (words: Words, { part, damage }: PartDamage): string => words.t(`parcels.damage-${damage}`, { part });

const parcelRefusal = (words: Words, failure: ParcelFailure): Refusal =>
  failure.kind === 'parcel-damaged' ? { ...failure, sentences: failure.damages.map((it) => damageLine(words, it)) } : failure;

/** Verifies a parcel where it lies. */
export const checkFolder = async ({ words, say }: Frame, folder: string): Promise<Outcome> => {
  const tell = teller(say);
  const checked = await checkParcel(folder, { onPart: (it) => tell('check', () => words.t('parcels.checking', it)) });
  if (!checked.ok) return fail(parcelRefusal(words, checked.failure));
  const { tenant, product, exportedAt, ...manifest } = checked.value.manifest;
  const size = sizeOf(checked.value.manifest);
  const told = { slug: tenant.slug, name: tenant.name, exportedAt, product };
  return ok({ json: { ...told, ...size, plugins: manifest.plugins, sha256: checked.value.sha256 }, text: words.t('parcels.whole', { ...told, ...size }) });
};

const obstacleLine = (words: Words, it: ParcelObstacle): string => words.told('parcels', it);

const importRefusal = (words: Words, failure: ImportParcelFailure): Refusal => {
  if (failure.kind === 'parcel-not-for-this-server') return { ...failure, sentences: failure.obstacles.map((it) => obstacleLine(words, it)) };
  return failure.kind === 'parcel-damaged' ? parcelRefusal(words, failure) : failure;
};

const pluginsHere = async (): Promise<PluginHere[]> =>
  (await installedPlugins()).flatMap(({ id, plugin }) => (plugin ? [{ id, version: plugin.manifest.version, sets: migrationsOf(plugin) }] : []));

const importTold = (words: Words, tell: ReturnType<typeof teller>) => (it: ImportStep): void => {
  if (it.step === 'check') tell('check', () => words.t('parcels.checking', it));
  else if (it.step === 'files') tell('files', () => words.t('parcels.loadingFiles', it));
  else if (it.step === 'table') tell(it.table, () => words.t('parcels.loadingTable', it));
  else tell('audit', () => words.t('parcels.checkingAudit'));
};

const accountLines = (words: Words, { accounts }: ArrivedParcel): string[] => {
  const made = accounts.filter((it) => it.made);
  return [
    words.t('parcels.accounts', { found: accounts.length - made.length, made: made.length }),
    ...made.map(({ account }) => words.t('parcels.accountMade', { email: account.email })),
    ...accounts.filter(({ account, id }) => account.id !== id).map(({ account, id }) => words.t('parcels.accountOtherId', { email: account.email, id, from: account.id })),
  ];
};

const arrivedLines = (words: Words, it: ArrivedParcel): string[] => {
  const { manifest, tenant, aliasesTaken, differing } = it;
  const { connection } = manifest.tenant.signIn;
  const { position, anchors } = manifest.audit;
  return [
    words.t('parcels.imported', { name: tenant.name, slug: tenant.slug, from: manifest.tenant.slug, position, anchors: anchors.length, ...sizeOf(manifest) }),
    ...accountLines(words, it),
    ...(connection ? [words.t('parcels.signOnLeft', { issuer: connection.issuer })] : []),
    ...(aliasesTaken.length > 0 ? [words.t('parcels.aliasesTaken', { aliases: aliasesTaken })] : []),
    ...differing.map(({ table, keys }) => words.t('parcels.differing', { table, keys })),
    ...(manifest.filesMissing.length > 0 ? [words.t('parcels.filesMissing', { count: manifest.filesMissing.length })] : []),
  ];
};

const arrivedJson = ({ tenant, manifest, accounts, aliasesTaken, differing }: ArrivedParcel) => ({
  slug: tenant.slug,
  name: tenant.name,
  from: manifest.tenant.slug,
  ...sizeOf(manifest),
  accounts: accounts.map(({ account, id, made }) => ({ email: account.email, id, from: account.id, made })),
  aliasesTaken,
  differing,
  filesMissing: manifest.filesMissing,
});

const importInto = async (cluster: Cluster, { words, env, say }: Frame, folder: string, as: { slug?: string; name?: string }): Promise<Result<ArrivedParcel, Refusal>> => {
  const files = await openFileStore(servingParts(env).filesFolder);
  const arrived = await importParcel({ cluster, files }, { folder, ...as, plugins: await pluginsHere(), by: operator, now: new Date(), onStep: importTold(words, teller(say)) });
  return arrived.ok ? arrived : fail(importRefusal(words, arrived.failure));
};

/** Makes a tenant of a parcel. */
export const importTenant = (frame: Frame, folder: string, as: { slug?: string; name?: string }): Promise<Outcome> =>
  withInstallation(frame.env, async (cluster) => {
    const arrived = await importInto(cluster, frame, folder, as);
    return arrived.ok ? ok({ json: arrivedJson(arrived.value), text: arrivedLines(frame.words, arrived.value).join('\n') }) : arrived;
  });
