import ts from 'typescript';

const actForm = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;
const inSql = /'([a-z][a-z-]*\.[a-z][a-z-]*)'/g;

const isAct = (node: ts.Node): boolean =>
  (ts.isPropertyAssignment(node) && node.name.getText() === 'act') || ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && /^acts?$/.test(node.name.getText()));

/** The acts an expression may give: its texts of the form `noun.done`; what a template puts in stands as `*`. */
const actsIn = (node: ts.Node): string[] => {
  if (ts.isStringLiteralLike(node)) return actForm.test(node.text) ? [node.text] : [];
  if (ts.isTemplateExpression(node)) return [[node.head.text, ...node.templateSpans.map((it) => it.literal.text)].join('*')];
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...actsIn(child)));
  return found;
};

/** The acts that a source file records: values of properties `act`, of variables `act` and `acts`, and texts in SQL that writes the rows of a bulk write. */
export const recordedActs = (path: string, text: string): string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found = new Set<string>(/insert into audit_details/.test(text) ? [...text.matchAll(inSql)].map((it) => it[1] ?? '') : []);
  const visit = (node: ts.Node): void => {
    if (isAct(node)) for (const act of actsIn(node)) found.add(act);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
};
