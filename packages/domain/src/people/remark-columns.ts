// Vietnamese as data: the headings of the workbook are a contract with the people who fill it in.
import { plainText } from './clean-text.ts';
import type { TemplateColumn } from './roster-template.ts';

/**
 * Columns that stand behind those of a sheet when its refused rows are handed back: which row it was, why it is refused, what to do. A file
 * that comes with them is read as if they were not there.
 */
export const remarkColumns: readonly TemplateColumn[] = [
  { key: 'remark_row', heading: 'Dòng trong tệp gốc', reading: 'text', hint: { vi: 'Hệ thống ghi; không được đọc khi nạp lại', en: 'Written by the product; not read again' } },
  { key: 'remark_reason', heading: 'Lý do không nhận', reading: 'text', hint: { vi: 'Hệ thống ghi; không được đọc khi nạp lại', en: 'Written by the product; not read again' } },
  { key: 'remark_hint', heading: 'Cách sửa', reading: 'text', hint: { vi: 'Hệ thống ghi; không được đọc khi nạp lại', en: 'Written by the product; not read again' } },
];

const headings = new Set(remarkColumns.map(({ heading }) => plainText(heading)));

/** Whether a heading is that of a remark, which nobody reads. */
export const isRemark = (heading: string): boolean => headings.has(plainText(heading));
