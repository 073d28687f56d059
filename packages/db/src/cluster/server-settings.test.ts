import { describe, expect, it } from 'vitest';
import { serverArguments } from './server-settings.ts';

describe('the embedded server', () => {
  it.each([false, true])('listens to this machine only and logs neither statements nor rows (throwaway: %s)', (throwaway) => {
    const settings = serverArguments({ port: 5432, throwaway });
    expect(settings).toEqual(expect.arrayContaining(['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_error_verbosity=terse', 'log_min_error_statement=panic']));
  });
});
