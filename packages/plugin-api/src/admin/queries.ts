import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { z } from 'zod';

import { usePlugin } from './define-admin.ts';

/**
 * Asks the plugin's own routes. What is asked for under one path is the same everywhere, and asked anew after `useSend`.
 *
 * @example
 * const duties = useAsk('/duties', dutiesAnswer);
 */
export const useAsk = <T>(path: string, schema: z.ZodType<T>, wanted = true): UseQueryResult<T> => {
  const { api, plugin, tenant } = usePlugin();
  return useQuery({ queryKey: ['x', plugin, tenant, path], queryFn: () => api.get(path, schema), enabled: wanted });
};

const useChange = <Sent>(send: (sent: Sent) => Promise<unknown>, after: ((answer: unknown) => void) | undefined): UseMutationResult<unknown, Error, Sent> => {
  const { plugin, tenant } = usePlugin();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: ['x', plugin, tenant] });
      after?.(answer);
    },
  });
};

/**
 * Sends something to the plugin's own routes; whatever was asked of them before is asked again. The mutation fails with a `PluginRefused`.
 *
 * @example
 * const add = useSend('POST', onClose);
 * add.mutate({ path: '/duties', body: duty });
 */
export const useSend = (method: 'POST' | 'PUT' | 'DELETE', after?: (answer: unknown) => void): UseMutationResult<unknown, Error, { path: string; body?: unknown }> => {
  const { api } = usePlugin();
  return useChange(({ path, body }) => api.send(method, path, body, z.unknown()), after);
};

/**
 * Sends a file to a route of the plugin that takes it by `upload`; whatever was asked before is asked again. `usePlugin().api.file` is the address of
 * one that a route sends back.
 *
 * @example
 * const add = useUpload();
 * add.mutate({ path: `/duties/${id}/papers`, file });
 */
export const useUpload = (after?: (answer: unknown) => void): UseMutationResult<unknown, Error, { path: string; file: File }> => {
  const { api } = usePlugin();
  return useChange(({ path, file }) => api.upload(path, file, z.unknown()), after);
};

/** What went wrong, as it is told: the refusal of the server in the user's language. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
