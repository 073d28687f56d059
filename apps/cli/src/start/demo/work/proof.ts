import { Readable } from 'node:stream';

const objects = (text: string): string[] => {
  const drawn = `BT /F1 14 Tf 72 760 Td (${text.replaceAll(/[()\\]/g, '')}) Tj ET`;
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
};

/** A page that says one line, as a scan of a report would come. The letters are plain: the fonts that every reader has know no others. */
export const proofPage = (text: string): Readable => {
  let file = '%PDF-1.4\n';
  const starts = objects(text).map((it, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${it}\nendobj\n`;
    return start;
  });
  const table = starts.map((it) => `${String(it).padStart(10, '0')} 00000 n \n`).join('');
  const body = `${file}xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Readable.from([Buffer.from(body, 'latin1')]);
};
