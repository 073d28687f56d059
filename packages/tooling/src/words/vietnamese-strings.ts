import ts from 'typescript';

/** Letters that Vietnamese has and English has not. */
const vietnameseLetter = /[\u00c0-\u00c3\u00c8-\u00ca\u00cc\u00cd\u00d2-\u00d5\u00d9\u00da\u00dd\u00e0-\u00e3\u00e8-\u00ea\u00ec\u00ed\u00f2-\u00f5\u00f9\u00fa\u00fd\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]/;

/**
 * The line by which a file says that its Vietnamese strings are data and not words to users (headings of a template, names of made-up
 * people, words looked for in what somebody typed): `// Vietnamese as data: <why>`.
 */
const declaredAsData = /^\/\/ Vietnamese as data: \S.{9,}$/m;

const textOf = (node: ts.Node, source: ts.SourceFile): string | undefined => {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return ts.isRegularExpressionLiteral(node) ? node.getText(source) : undefined;
};

const isVietnameseSide = (node: ts.Node): boolean => ts.isPropertyAssignment(node) && node.name.getText() === 'vi';

const parametersOf = (node: ts.Node): readonly [string, readonly ts.ParameterDeclaration[]] | undefined => {
  if (ts.isFunctionDeclaration(node) && node.name) return [node.name.text, node.parameters];
  if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name) || !node.initializer) return undefined;
  return ts.isArrowFunction(node.initializer) ? [node.name.text, node.initializer.parameters] : undefined;
};

/** The functions of a file that take a Vietnamese text as a parameter named `vi`, and which one it is: `label('cadre', vi, en)`. */
const takersOfVietnamese = (source: ts.SourceFile): Map<string, number> => {
  const takers = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    const [name, parameters] = parametersOf(node) ?? ['', []];
    const at = parameters.findIndex((it) => it.name.getText() === 'vi');
    if (at >= 0) takers.set(name, at);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return takers;
};

const isGivenAsVietnamese = (node: ts.Node, takers: ReadonlyMap<string, number>): boolean => {
  const call = node.parent;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return false;
  const at = takers.get(call.expression.text);
  return at !== undefined && call.arguments[at] === node;
};

/** A string with Vietnamese letters that stands outside a `{ vi: … }`: its line and text. */
export type StrayText = { line: number; text: string };

/** Whether a file declares its Vietnamese strings to be data, with a reason. */
export const declaresData = (text: string): boolean => declaredAsData.test(text);

/**
 * The strings with Vietnamese letters of a source that are neither the Vietnamese side of a `{ vi, en }`, nor single letters, nor in comments.
 * Anything below a property `vi` counts as its Vietnamese side, so that a function may make the text; so does what the file gives to a
 * parameter `vi` of a function of its own.
 */
export const strayVietnamese = (path: string, text: string): StrayText[] => {
  if (!vietnameseLetter.test(text)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const takers = takersOfVietnamese(source);
  const found: StrayText[] = [];
  const visit = (node: ts.Node): void => {
    if (isVietnameseSide(node) || isGivenAsVietnamese(node, takers)) return;
    const words = textOf(node, source)?.normalize('NFC').trim();
    if (words !== undefined && words.length > 1 && vietnameseLetter.test(words)) {
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1, text: words });
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return found;
};
