import { DrizzleQueryError } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { withoutValues } from './without-values.ts';

const told = (error: unknown): string => (error as Error).stack ?? '';
const query = (cause?: Error) => new DrizzleQueryError('select $1', ['900180000001'], cause);

describe('a fault that is told or logged', () => {
  it('shows what the server said and none of the values of the query', () => {
    const fault = withoutValues(query(new Error('deadlock detected')));
    expect(told(query())).toContain('900180000001');
    expect(told(fault)).toContain('deadlock detected');
    expect(told(fault)).not.toContain('900180000001');
  });

  it('shows no value when there is nothing below the query', () => {
    expect(told(withoutValues(query()))).not.toContain('900180000001');
  });

  it('is any other error as it is', () => {
    const error = new Error('disk full');
    expect(withoutValues(error)).toBe(error);
  });
});
