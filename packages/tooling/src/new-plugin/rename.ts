/** What a new plugin is called: its id, and what its users call it, if that is known yet. */
export type NewPlugin = { id: string; name?: string | undefined };

/** Why there can be no plugin of this id; undefined if there can. */
export const faultOfId = (id: string, taken: readonly string[]): string | undefined => {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) return `"${id}" is no id: lower-case letters and digits, parts joined by single hyphens, such as border-trade.`;
  // "data-x" would own tables that begin like those of "data".
  const near = taken.find((it) => it === id || it.startsWith(`${id}-`) || id.startsWith(`${it}-`));
  if (near === undefined) return undefined;
  return near === id ? `There is a plugin "${id}" already.` : `"${id}" and "${near}" would share the beginning of their tables' names: choose an id that neither begins.`;
};

/** A text of the example (a file or its path) with the names of another plugin. */
export const renamed = (text: string, { id }: NewPlugin): string => text.replaceAll('p_example_', `p_${id.replaceAll('-', '_')}_`).replaceAll(/\bexample\b/g, id);

/** The words of the example with the title of the new plugin. */
export const retitled = (words: string, { name }: NewPlugin): string => (name === undefined ? words : words.replace(/^ {2}title: .*$/m, () => `  title: ${JSON.stringify(name).replaceAll("'", String.raw`\'`).replace(/^"(.*)"$/, "'$1'").replaceAll(String.raw`\"`, '"')},`));

/** The README that a new plugin begins with: what only the province can fill in, and in which order to read. */
export const readmeOf = ({ id, name = id }: NewPlugin): string => `# ${name}

**What the province asked for.** (In its own words, each wish with the document and clause that it stands on.)

**Whom to ask.** (Who decides when it is unclear; what nobody has confirmed yet.)

It began as a copy of \`plugins/example\`: what is not needed goes, with its words, its tables and its tests. How each part works is in
\`docs/plugins.md\`.

## In reading order

| file | what it holds |
|---|---|
| \`package.json\` | \`"saubac": { "plugin": "${id}" }\`: by this it is found |
| \`src/manifest.ts\`, \`src/words/\` | id, version, permissions, pages, cards, and every word in Vietnamese and English |
| \`src/config.ts\` | what the province may tune |
| \`src/tables.ts\`, \`migrations/\` | its tables, all called \`p_${id.replaceAll('-', '_')}_…\` |
| \`src/facts.ts\`, \`src/targets.ts\` | what plans count by, and the targets offered to them |
| \`src/workflows.ts\`, \`src/handlers.ts\`, \`src/jobs.ts\`, \`src/reports.ts\`, \`src/sample.ts\` | the other parts, one file each |
| \`src/routes.ts\`, \`src/<feature>/\` | what it answers, and the rules behind it |
| \`src/plugin.ts\`, \`src/admin.tsx\` | the tables of contents of the server's and the browser's side |
`;
