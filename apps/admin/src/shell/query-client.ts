import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refused } from './api.ts';

// What pages of plugins are refused by is of another class, which comes with them.
const isRefused = (error: unknown): error is Refused => error instanceof Refused || (error instanceof Error && error.name === 'PluginRefused');

/** The cache of answers. `onSessionEnded` is told when the API says that nobody is signed in any more. */
export const createQueryClient = (onSessionEnded: () => void): QueryClient => {
  const onError = (error: unknown) => {
    if (isRefused(error) && error.problem.code === 'not-signed-in') onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays one however often it is asked; a server that can't be reached may come back.
        retry: (failures, error) => !isRefused(error) && failures < 2,
        refetchOnWindowFocus: false,
      },
    },
  });
};
