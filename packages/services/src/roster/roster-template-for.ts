import { referenceLists } from '@saubac/db/reference';
import type { Forbidden } from '@saubac/domain/access';
import { choicesOf, rosterTemplate, type TemplateColumn, type TemplateSheet } from '@saubac/domain/people';
import { type Locale, ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { certificateCodeLists, rosterTemplateFile } from './workbook/index.ts';

/** The empty workbook of a roster for who may import one, with the codes that the tenant's lists hold. */
export const rosterTemplateFor = async (ctx: Ctx, locale: Locale): Promise<Result<Uint8Array, Forbidden>> => {
  const allowed = permit(ctx, 'roster.import');
  if (!allowed.ok) return allowed;
  const { certificateTypes, languages } = await referenceLists(ctx.db);
  const labelled = (list: typeof languages) => list.map(({ code, name }) => ({ code, label: name }));
  return ok(await rosterTemplateFile(locale, certificateCodeLists(labelled(certificateTypes), labelled(languages))));
};

/** A sheet of the template as forms need it: its columns with what they hold, and the words to choose from where it is one of a few. */
export type RosterSheet = { key: TemplateSheet['key']; name: string; columns: (Pick<TemplateColumn, 'key' | 'heading' | 'hint'> & { required: boolean; choices: string[] })[] };

/** The sheets and columns of the template. */
export const rosterColumns = (ctx: Ctx): Result<RosterSheet[], Forbidden> => {
  const allowed = permit(ctx, 'roster.import');
  if (!allowed.ok) return allowed;
  return ok(
    rosterTemplate.map(({ key: sheet, name, columns }) => ({
      key: sheet, name,
      columns: columns.map(({ key, heading, hint, reading, required = false }) => ({ key, heading, hint, required, choices: reading === 'choice' ? [...choicesOf(key)] : [] })),
    })),
  );
};
