import ts from 'typescript';

/** Attributes that people read or hear. */
const spoken = new Set(['aria-label', 'aria-description', 'alt', 'title', 'label', 'placeholder', 'description', 'hint', 'error', 'about', 'action', 'above']);

const letter = /\p{L}/u;

const stringOf = (node: ts.Node | undefined): string | undefined => {
  if (!node) return undefined;
  if (ts.isJsxExpression(node)) return stringOf(node.expression);
  return ts.isStringLiteralLike(node) ? node.text : undefined;
};

/** A text that stands in a screen itself: its line and what it says. */
export type ScreenText = { line: number; text: string };

/** The texts of a screen (in any language) that come from no catalogue: between tags, as a bare string, or in an attribute that people read or hear. */
export const textsOfScreen = (path: string, text: string): ScreenText[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: ScreenText[] = [];
  const take = (node: ts.Node, said: string | undefined): void => {
    if (said !== undefined && letter.test(said)) found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, text: said.trim() });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) take(node, node.text);
    else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) take(node, stringOf(node));
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText(source))) take(node, stringOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};
