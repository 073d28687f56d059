import { usePlugin } from '@saubac/plugin-api/admin';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import type { Word } from '../manifest.ts';

/** The words of these pages: those of the manifest only. */
export const useWords = () => {
  const { t } = usePlugin();
  return (word: Word): string => t(word);
};

/** Asks the plugin's own routes. */
export const useAsk = <T>(path: string, schema: z.ZodType<T>, wanted = true) => {
  const { api, plugin, tenant } = usePlugin();
  return useQuery({ queryKey: ['x', plugin, tenant, path], queryFn: () => api.get(path, schema), enabled: wanted });
};

/** Sends something to the plugin's own routes; whatever was asked of them before is asked again. */
export const useSend = (after?: () => void) => {
  const { api, plugin, tenant } = usePlugin();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: unknown }) => api.send('POST', path, body, z.unknown()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['x', plugin, tenant] });
      after?.();
    },
  });
};

/** What went wrong, as it is told: the refusal of the server in the user's language. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
