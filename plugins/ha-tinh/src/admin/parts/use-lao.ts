import { usePlugin } from '@saubac/plugin-api/admin';
import { useUiWords } from '@saubac/ui/words';
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import type { Word } from '../../tools.ts';

/** The words and formats of these pages: words of the manifest only, days and figures as the product writes them. */
export const useWords = () => {
  const { t } = usePlugin();
  const ui = useUiWords();
  const days = (from: string, to: string | null): string => `${ui.date(from)} – ${to === null ? '' : ui.date(to)}`;
  return { t: (key: Word, values?: Readonly<Record<string, string | number>>): string => t(key, values), date: ui.date, days, number: ui.number, percent: (basisPoints: number) => ui.percent(Math.floor(basisPoints / 10) / 10) };
};

/** Asks the plugin's routes. What is asked for under one path is the same everywhere. */
export const useLao = <T>(path: string, schema: z.ZodType<T>, wanted = true): UseQueryResult<T> => {
  const { api, tenant, plugin } = usePlugin();
  return useQuery({ queryKey: ['x', plugin, tenant, path], queryFn: () => api.get(path, schema), enabled: wanted });
};

const anything = z.unknown();

/** Sends something to the plugin's routes; whatever was asked of them before is asked again. */
export const useSend = (method: 'POST' | 'PUT' | 'DELETE', after?: (answer: unknown) => void) => {
  const { api, tenant, plugin } = usePlugin();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) => api.send(method, path, body, anything),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['x', plugin, tenant] });
      after?.(answer);
    },
  });
};

/** What went wrong, as it is told. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
