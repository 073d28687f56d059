import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { editsOver } from './edits-over.ts';
import { editRows, withdrawEdits } from './mutations.ts';
import { editsQuery } from './queries.ts';

/** The corrections of an import, and the ways to make and take them back. */
export const useEdits = (tenant: string, id: string) => {
  const queries = useQueryClient();
  const { data } = useQuery(editsQuery(tenant, id));
  const over = useMemo(() => editsOver(data ?? []), [data]);
  return { all: data ?? [], over, edit: useMutation(editRows(queries, tenant, id)), withdraw: useMutation(withdrawEdits(queries, tenant, id)) };
};

export type Edits = ReturnType<typeof useEdits>;
