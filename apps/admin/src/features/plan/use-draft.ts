import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { savedMeanwhile, useWords } from '../../shell/index.ts';
import { type Json, placeOfPointer, type Place, withValue } from './json/place.ts';
import { saveDraft } from './mutations.ts';
import { type Draft, draftProblemsQuery, draftQuery } from './queries.ts';

const isDraft = (value: unknown): value is Draft => typeof value === 'object' && value !== null && 'document' in value && 'version' in value;

/** A draft that is being written: what is typed beside what is saved, and what somebody else saved meanwhile. */
export const useDraft = (tenant: string, draft: Draft) => {
  const words = useWords();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<Json>(draft.document);
  const [base, setBase] = useState(draft);
  const [theirs, setTheirs] = useState<Draft>();
  const save = useMutation({ ...saveDraft(queries, tenant, draft.id) });
  const problems = useQuery(draftProblemsQuery(tenant, draft.id, base.version));
  const dirty = typed !== base.document;
  const write = (version: number) => {
    const sent = typed;
    save.mutate(
      { version, document: sent as Record<string, unknown> },
      {
        // What was typed while it was on its way stays typed.
        onSuccess: (saved) => {
          setBase(saved);
          setTyped((now: Json) => (now === sent ? saved.document : now));
          setTheirs(undefined);
        },
        onError: (error) => {
          const { current } = savedMeanwhile(error) ?? {};
          if (isDraft(current)) setTheirs(current);
        },
      },
    );
  };
  return {
    document: typed,
    base,
    dirty,
    theirs,
    saving: save.isPending,
    error: theirs ? undefined : save.error,
    problems: (problems.data?.items ?? []).map((it) => ({ place: placeOfPointer(it.pointer), text: words.text(it.text) })),
    change: (place: Place, value: Json) => setTyped((now: Json) => withValue(now, place, value)),
    save: () => write(base.version),
    keepYours: () => theirs && write(theirs.version),
    keepTheirs: () => {
      if (!theirs) return;
      queries.setQueryData(draftQuery(tenant, draft.id).queryKey, theirs);
      setBase(theirs);
      setTyped(theirs.document);
      setTheirs(undefined);
    },
    closeConflict: () => setTheirs(undefined),
    undo: () => setTyped(base.document),
  };
};
