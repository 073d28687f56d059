import { rosterTemplate, type TemplateSheet } from '@saubac/domain/people';

export type SheetKey = TemplateSheet['key'];

/** The sheets of data in the order in which they are read and merged: what others refer to comes first. */
export const sheetKeys: readonly SheetKey[] = rosterTemplate.map(({ key }) => key);

/** The template of one sheet. */
export const templateOf = (key: SheetKey): TemplateSheet => rosterTemplate.find((it) => it.key === key)!;
