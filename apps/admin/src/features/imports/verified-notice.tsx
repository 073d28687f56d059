import { Button } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../shell/index.ts';
import { columnsQuery, type SheetKey } from './queries.ts';
import type { Edits } from './use-edits.ts';

const route = getRouteApi('/t/$tenant/imports/$import');
const codes = new Set(['verified-by-one', 'state-not-yours']);

/** Certificates that a file calls verified: an importer can't verify them alone, so they are offered to be taken in as declared. */
export const VerifiedNotice = ({ items, edits }: { items: readonly { sheet: SheetKey; code: string; rows: number }[]; edits: Edits }) => {
  const words = useWords();
  const { tenant } = route.useParams();
  const template = useQuery(columnsQuery(tenant));
  if (!items.some(({ sheet, code }) => sheet === 'certificates' && codes.has(code))) return null;
  // The workbook's words for states: declared first, then those that only a second person gives.
  const [declared, ...settled] = template.data?.items.find(({ key }) => key === 'certificates')?.columns.find(({ key }) => key === 'state')?.choices ?? [];
  const isDone = settled.some((match) => edits.over.ofValue('certificates', 'state', match) !== undefined);
  return (
    <Notice tone="warn">
      <h2>{words.t('importDesk.verifiedTitle')}</h2>
      <p>{words.t('importDesk.verifiedAbout')}</p>
      {declared !== undefined && !isDone && (
        <Button size="xs" variant="default" loading={edits.edit.isPending} onClick={() => edits.edit.mutate(settled.map((match) => ({ kind: 'same-value', sheet: 'certificates', column: 'state', match, text: declared })))}>
          {words.t('importDesk.asDeclared')}
        </Button>
      )}
    </Notice>
  );
};
