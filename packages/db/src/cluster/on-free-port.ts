import { ClusterError } from './cluster-error.ts';
import { freePort } from './loopback.ts';

const mostAttempts = 5;

const wasTaken = (error: unknown): boolean => error instanceof ClusterError && error.details['portTaken'] === 'yes';

/** Starts a server on a free port. Another process may take it in the moment between the choice and the start: then on another, a few times. */
export const onFreePort = async <T>(start: (port: number) => Promise<T>, choose: () => Promise<number> = freePort): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await choose());
    } catch (error) {
      if (attempt === mostAttempts || !wasTaken(error)) throw error;
    }
  }
};
