import type { LayoutProposal } from '@saubac/domain/layouts';
import { fail, ok, type Result } from '@saubac/domain/values';

import { type FileRefusal, readRosterFile } from './workbook/index.ts';

/** How a file that is not the template would be read. Nothing but the file is asked: no tenant, no saved layout. */
export const proposeForFile = async (path: string): Promise<Result<LayoutProposal, Exclude<FileRefusal, { kind: 'needs-layout' }> | { kind: 'file-is-the-template' }>> => {
  for await (const event of readRosterFile(path, { batch: '' })) {
    if (event.kind !== 'refused') break;
    const { refusal } = event;
    return refusal.kind === 'needs-layout' ? ok(refusal.proposal) : fail(refusal);
  }
  return fail({ kind: 'file-is-the-template' });
};
