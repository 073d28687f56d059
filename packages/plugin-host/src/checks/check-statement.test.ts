import { describe, expect, it } from 'vitest';

import { createdTable, isAllowed } from './check-statement.ts';

const allowed = (statement: string) => isAllowed(statement, 'p_example_');

describe('a statement of a plugin migration', () => {
  it.each([
    '-- Why this table.\ncreate table p_example_visits (id uuid not null)',
    'ALTER TABLE p_example_visits ADD CONSTRAINT p_example_visits_pk PRIMARY KEY (id)',
    'create unique index p_example_visits_idx on p_example_visits (id)',
    'insert into p_example_visits (id) select id from people',
    'update p_example_visits set id = id',
    'drop table if exists p_example_visits',
  ])('may work on the tables of its plugin: %s', (statement) => {
    expect(allowed(statement)).toBe(true);
  });

  it.each([
    'create table visits (id uuid)',
    'create table p_other_visits (id uuid)',
    'create table public.p_example_visits (id uuid)',
    'alter table people add column visits integer',
    'create index p_example_people_idx on people (id)',
    'delete from people',
    'grant select on p_example_visits to public',
    'create view p_example_people as select id from people',
    'create or replace view core_people_v1 as select id as person_id from people',
    'drop view core_people_v1',
    'create function p_example_f() returns int language sql return 1',
    'create trigger p_example_t after insert on people execute function f()',
    'with x as (delete from people returning id) insert into p_example_visits select id from x',
    'do $$ begin end $$',
    'set role postgres',
  ])('may do nothing else: %s', (statement) => {
    expect(allowed(statement)).toBe(false);
  });

  it('is known by the table it creates', () => {
    expect(createdTable('-- a\ncreate table if not exists p_example_visits (id uuid)')).toBe('p_example_visits');
    expect(createdTable('alter table p_example_visits add column a text')).toBeUndefined();
  });
});
