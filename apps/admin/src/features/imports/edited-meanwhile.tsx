import { useQueryClient } from '@tanstack/react-query';
import { ChangedMeanwhile, savedMeanwhile, useWords } from '../../shell/index.ts';
import type { NewEdit } from './mutations.ts';
import { type Edit, editsQuery, importQuery, type RosterImport, type RosterSheet } from './queries.ts';
import type { Edits } from './use-edits.ts';

type Current = { import: RosterImport; edits: readonly Edit[] };
const currentOf = (error: unknown): Current | undefined => {
  const current = savedMeanwhile(error)?.current;
  return typeof current === 'object' && current !== null && 'import' in current && 'edits' in current ? (current as Current) : undefined;
};

const isSamePlace = (mine: NewEdit, theirs: Edit): boolean =>
  mine.sheet === theirs.sheet && ('ref' in mine ? mine.ref : null) === theirs.ref && ('column' in mine ? mine.column : null) === theirs.column && ('match' in mine ? mine.match : null) === theirs.match;

/** Two people correct the same import: the second sees what stands on his places now, and chooses. */
export const EditedMeanwhile = ({ tenant, id, edits: { edit }, template }: { tenant: string; id: string; edits: Edits; template: readonly RosterSheet[] }) => {
  const words = useWords();
  const queries = useQueryClient();
  const current = currentOf(edit.error);
  const mine = edit.variables ?? [];
  const goOn = () => {
    if (current) queries.setQueryData(importQuery(tenant, id).queryKey, current.import);
    void queries.invalidateQueries({ queryKey: editsQuery(tenant, id).queryKey });
  };
  const labelOf = (it: NewEdit): string => {
    const column = 'column' in it ? (template.find(({ key }) => key === it.sheet)?.columns.find(({ key }) => key === it.column)?.heading ?? it.column) : words.t('importDesk.leaveOut');
    return it.kind === 'same-value' ? words.t('importDesk.changedSame', { column, match: it.match }) : words.t('importDesk.changedCell', { column, row: it.ref });
  };
  return (
    <ChangedMeanwhile
      opened={current !== undefined} busy={edit.isPending}
      differences={mine.map((it) => ({ label: labelOf(it), yours: 'text' in it ? it.text : words.t('importDesk.leftOutRow'), theirs: current?.edits.find((theirs) => isSamePlace(it, theirs))?.text ?? '' }))}
      onKeepYours={() => {
        goOn();
        edit.mutate(mine);
      }}
      onKeepTheirs={() => {
        goOn();
        edit.reset();
      }}
      onClose={() => {
        goOn();
        edit.reset();
      }}
    />
  );
};
