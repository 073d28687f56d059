import { describe, expect, it } from 'vitest';
import { faultsByField } from './faults-by-field.ts';

describe('the faults that a server found', () => {
  it('stand beside the field that they name', () => {
    const { byField, others } = faultsByField([{ field: 'body.email', text: 'wrong' }], ['email', 'password']);
    expect([...byField]).toEqual([['email', 'wrong']]);
    expect(others).toEqual([]);
  });

  it('stand beside the nearest field around the one they name', () => {
    const { byField } = faultsByField([{ field: 'body.posts.0.from', text: 'late' }], ['posts', 'name']);
    expect([...byField]).toEqual([['posts', 'late']]);
  });

  it('stand above the form where it has no such field', () => {
    expect(faultsByField([{ field: 'query.on', text: 'day' }, { text: 'all' }], ['email']).others).toEqual(['day', 'all']);
  });

  it('tell one fault a field, the first', () => {
    const { byField } = faultsByField([{ field: 'body.a', text: 'one' }, { field: 'body.a', text: 'two' }], ['a']);
    expect(byField.get('a')).toBe('one');
  });
});
