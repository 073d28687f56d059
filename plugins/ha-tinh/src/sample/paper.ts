import type { PluginCtx } from '@saubac/plugin-api';

import type { Config } from '../config.ts';
import { addPaper, type Owner } from '../papers/papers.ts';
import type { PaperKind } from '../papers/wire.ts';

/** A page of A4 with lines of text, as small as a PDF can be. Latin letters without accents only: it brings no font. */
export const smallPdf = (lines: readonly string[]): Uint8Array => {
  const escaped = lines.map((it) => `(${it.replaceAll(/[\\()]/g, (sign) => `\\${sign}`)}) '`).join('\n');
  const text = `BT /F1 14 Tf 20 TL 72 770 Td\n${escaped}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ].map((it, at) => `${at + 1} 0 obj\n${it}\nendobj\n`);
  const header = '%PDF-1.4\n';
  const starts = objects.map((_, at) => header.length + objects.slice(0, at).join('').length);
  const table = ['0000000000 65535 f ', ...starts.map((it) => `${String(it).padStart(10, '0')} 00000 n `)].join('\n');
  const body = header + objects.join('');
  return new TextEncoder().encode(`${body}xref\n0 ${objects.length + 1}\n${table}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`);
};

/** Keeps an invented paper with an agreement or a class. */
export const samplePaper = async (ctx: PluginCtx<Config>, owner: Owner, { kind, name, lines }: { kind: PaperKind; name: string; lines: readonly string[] }): Promise<void> => {
  const taken = await ctx.files.take({ content: smallPdf(lines), name });
  if (!taken.ok) throw new Error(taken.failure.kind);
  await ctx.write(async (tx, record, tools) => {
    await addPaper(tx, tools, owner, kind, taken.value);
    await record({ act: `lao-${owner.of}.paper-added`, subject: { kind: `lao-${owner.of}`, id: owner.id }, after: taken.value });
  });
};
