const openings = [
  /^create table (?:if not exists )?"?(\w+)/,
  /^alter table (?:only )?"?(\w+)/,
  /^drop table (?:if exists )?"?(\w+)/,
  /^create (?:unique )?index (?:if not exists )?"?(\w+)/,
  /^alter index (?:if exists )?"?(\w+)/,
  /^drop index (?:if exists )?"?(\w+)/,
  /^comment on (?:table|column) "?(\w+)/,
  /^insert into "?(\w+)/,
  /^update "?(\w+)/,
  /^delete from "?(\w+)/,
];

const plain = (statement: string): string => statement.replaceAll(/--.*$/gm, ' ').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** What a statement of a migration makes, changes or removes: the name after its opening words; undefined for a statement of another kind. */
export const objectOf = (statement: string): string | undefined => {
  const text = plain(statement);
  return openings.map((it) => it.exec(text)?.[1]).find((it) => it !== undefined);
};

/** The table a statement creates; undefined if it creates none. */
export const createdTable = (statement: string): string | undefined => (plain(statement).startsWith('create table') ? objectOf(statement) : undefined);

/**
 * Whether a plugin's migration may hold this statement: it works on an object with the plugin's prefix, named without a schema. Tables,
 * indexes and rows only: the owner of the schema runs it, who could change the core's tables, grants and functions as well.
 */
export const isAllowed = (statement: string, prefix: string): boolean => {
  const onIndex = /^create (?:unique )?index .*? on (?:only )?"?(\w+)/.exec(plain(statement))?.[1];
  return (objectOf(statement)?.startsWith(prefix) ?? false) && (onIndex?.startsWith(prefix) ?? true);
};
