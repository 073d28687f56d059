import { z } from 'zod';
import { fail, ok, type Result } from '../values/index.ts';

/** The form of parcels that this product writes, and the newest that it reads. */
export const parcelFormat = 1;

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().nonnegative();
const moment = z.iso.datetime();
/** A name that goes into SQL and into a path: nothing but letters, digits and underscores. */
const tableName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const columnName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

const table = z.strictObject({
  name: tableName,
  columns: z.array(columnName).min(1),
  rows: count,
  /** Size in bytes and sha256 of the file, as it lies there. */
  size: count,
  sha256: digest,
  /** Of the rows, whatever their order. */
  content: digest,
});

const account = z.strictObject({
  id: z.uuid(),
  email: z.string().min(3),
  displayName: z.string(),
  locale: z.enum(['vi', 'en']),
  /** The door to the tenant; null for somebody who only stands in its history. */
  membership: z.strictObject({ status: z.enum(['active', 'ended']), createdAt: moment, endedAt: moment.nullable() }).nullable(),
});

const signIn = z.strictObject({
  secondFactorRequired: z.boolean(),
  /** Without its secret, which stays: the connection is made anew where the parcel arrives. */
  connection: z.strictObject({ issuer: z.string(), clientId: z.string(), emailDomains: z.array(z.string()), isSecondFactor: z.boolean() }).nullable(),
});

/** What a parcel holds, as its manifest tells it: one tenant at one moment. */
export const manifestSchema = z.strictObject({
  format: z.literal(parcelFormat),
  /** Every parcel names people, posts and identification numbers. */
  personalData: z.literal(true),
  product: z.string(),
  exportedAt: moment,
  tenant: z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string().min(1),
    kind: z.enum(['province', 'ministry', 'provider']),
    provinceCode: z.string().nullable(),
    aliases: z.array(z.string()),
    signIn,
  }),
  migrations: z.array(z.strictObject({ set: z.string(), version: z.string(), hash: digest })),
  plugins: z.array(z.strictObject({ id: z.string(), version: z.string(), state: z.enum(['enabled', 'disabled', 'failed']) })),
  tables: z.array(table),
  leftOut: z.array(z.strictObject({ table: tableName, reason: z.string() })),
  files: z.array(z.strictObject({ id: z.uuid(), sha256: digest, size: count })),
  /** Files that the tenant lists and whose content was not there any more. */
  filesMissing: z.array(z.uuid()),
  accounts: z.array(account),
  audit: z.strictObject({ position: count, digest: z.string(), anchors: z.array(z.strictObject({ position: count, digest: z.string(), at: moment })) }),
  /** The rows of the reference data that the tenant's rows point to: their keys, and a digest of each whole row. */
  reference: z.array(z.strictObject({ table: tableName, columns: z.array(columnName), rows: z.array(z.strictObject({ key: z.array(z.string()), digest: z.string() })) })),
});

export type ParcelManifest = z.infer<typeof manifestSchema>;
export type ParcelTable = ParcelManifest['tables'][number];
export type ParcelAccount = ParcelManifest['accounts'][number];

export type ManifestFailure =
  /** Written by a newer product. */
  | { kind: 'parcel-format-unknown'; format: number; known: number }
  /** No manifest of a parcel: `problem` names the first place that is wrong. */
  | { kind: 'parcel-manifest-invalid'; problem: string };

const formatOf = (json: unknown): number | undefined => {
  const format = typeof json === 'object' && json !== null ? (json as { format?: unknown }).format : undefined;
  return typeof format === 'number' ? format : undefined;
};

/** Reads the manifest of a parcel from its JSON. */
export const parseManifest = (json: unknown): Result<ParcelManifest, ManifestFailure> => {
  const format = formatOf(json);
  if (format !== undefined && format !== parcelFormat) return fail({ kind: 'parcel-format-unknown', format, known: parcelFormat });
  const read = manifestSchema.safeParse(json);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  return fail({ kind: 'parcel-manifest-invalid', problem: issue ? `${issue.path.join('.')}: ${issue.message}` : '' });
};
