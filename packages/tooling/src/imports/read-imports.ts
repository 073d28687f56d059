import ts from 'typescript';

/** One import or re-export of a file. `typesOnly`: it is gone at run time. */
export type ImportedModule = { specifier: string; typesOnly: boolean };

const specifierOf = (node: ts.Expression | undefined): string | undefined => (node && ts.isStringLiteralLike(node) ? node.text : undefined);

const importedBy = (node: ts.Node): ImportedModule | undefined => {
  if (ts.isImportDeclaration(node)) {
    const specifier = specifierOf(node.moduleSpecifier);
    return specifier === undefined ? undefined : { specifier, typesOnly: node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword };
  }
  if (ts.isExportDeclaration(node)) {
    const specifier = specifierOf(node.moduleSpecifier);
    return specifier === undefined ? undefined : { specifier, typesOnly: node.isTypeOnly };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const specifier = specifierOf(node.arguments[0]);
    return specifier === undefined ? undefined : { specifier, typesOnly: false };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const specifier = specifierOf(node.argument.literal);
    return specifier === undefined ? undefined : { specifier, typesOnly: true };
  }
  return undefined;
};

/**
 * Every module a source names: imports, re-exports, dynamic imports and type imports, in the order of the text.
 * A dynamic import of a computed address is not seen: the host loads plugins that way.
 */
export const readImports = (path: string, text: string): ImportedModule[] => {
  const found: ImportedModule[] = [];
  const visit = (node: ts.Node): void => {
    const imported = importedBy(node);
    if (imported) found.push(imported);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS));
  return found;
};
