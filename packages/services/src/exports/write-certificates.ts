import { languageNames, levelReference, type ListedCertificate } from '@saubac/db/levels';
import type { Forbidden } from '@saubac/domain/access';
import { lastDayOf, skills } from '@saubac/domain/levels';
import { dateInWords } from '@saubac/domain/people';
import type { ExportOrder } from '@saubac/domain/transfers';
import { type CertificateId, type IsoDate, type LocalText, ok, type Result, type UnitScope } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

import { type Ctx, narrowedTo, permit } from '../context/index.ts';
import { listCertificates } from '../levels/index.ts';
import { writeList } from '../roster/index.ts';
import type { Writing } from './writing.ts';

export type CertificatesFailure = Forbidden | { kind: 'unknown-unit'; unit: string; on: IsoDate };

type Asked = Extract<ExportOrder, { kind: 'certificates' }>;

const pageSize = 2_000;

const dayOf = (day: IsoDate | null | undefined): string => (day ? dateInWords(day, 'day') : '');

type Names = { types: ReadonlyMap<string, { name: LocalText }>; languages: Readonly<Record<string, LocalText>> };

const rowOf = (it: ListedCertificate, { types, languages }: Names, words: Words): string[] => [
  it.holder,
  it.unit?.code ?? '',
  it.unit?.name ?? '',
  words.text(types.get(it.type)?.name ?? { vi: it.type }),
  words.text(languages[it.language] ?? { vi: it.language }),
  it.number ?? '',
  it.issuerName ?? '',
  dayOf(it.examDate),
  dayOf(it.expiresOn),
  ...[it.scores.overall, ...skills.map((skill) => it.scores[skill])].map((score) => (score === null ? '' : words.number(score))),
  it.grade ?? '',
  words.t(`levels.state-${it.state}`),
  it.level === null ? '' : String(it.level),
  it.until === null ? '' : dayOf(lastDayOf(it.until)),
  it.enteredLabel ?? '',
];

const columnsOf = (words: Words) => {
  const column = (heading: string, width: number) => ({ heading, width });
  return [
    column(words.t('targets.name'), 28), column(words.t('exports.unitCode'), 14), column(words.t('exports.unitName'), 36), column(words.t('exports.certificateType'), 30), column(words.t('exports.language'), 14),
    column(words.t('exports.number'), 18), column(words.t('exports.issuer'), 34), column(words.t('exports.examDate'), 12), column(words.t('exports.expiresOn'), 14), column(words.t('exports.overall'), 10),
    ...skills.map((skill) => column(words.t(`levels.skill-${skill}`), 8)),
    column(words.t('exports.grade'), 12), column(words.t('exports.state'), 22), column(words.t('exports.level'), 8), column(words.t('exports.levelLastDay'), 18), column(words.t('exports.enteredBy'), 24),
  ];
};

/** Writes the register of certificates as it was filtered, as far as the caller may see it. */
export const writeCertificates = async (all: Ctx, order: Asked, { path, format, words, onRow }: Writing, scope: UnitScope): Promise<Result<{ scope: UnitScope }, CertificatesFailure>> => {
  const ctx = narrowedTo(all, scope);
  const read = permit(ctx, 'certificate.read');
  if (!read.ok) return read;
  const { kind: _, on, ...asked } = order;
  const filter = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
  const pageAfter = (after: CertificateId | null) => listCertificates(ctx, { on, filter, after, limit: pageSize });
  const first = await pageAfter(null);
  if (!first.ok) return first;
  const names = { types: (await levelReference(ctx.db)).types, languages: await languageNames(ctx.db) };
  async function* rows(): AsyncGenerator<string[]> {
    for (let page = first; page.ok; page = await pageAfter(page.value.next)) {
      for (const it of page.value.items) {
        onRow();
        yield rowOf(it, names, words);
      }
      if (page.value.next === null) return;
    }
    throw new Error('A page of the register was refused.');
  }
  await writeList(path, format, { name: words.t('exports.certificates'), columns: columnsOf(words), rows: rows() });
  return ok({ scope });
};
