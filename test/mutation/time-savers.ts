import ts from 'typescript';

/** Functions that put rules into a group behind a guard, their first argument. */
const GUARDED = new Set(['when', 'given']);
const COLLECTIONS = new Set(['Map', 'Set']);

/** Names of the functions that guard groups of rules. */
export function guardNames(source: ts.SourceFile): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && GUARDED.has(node.expression.getText())) {
      const [guard] = node.arguments;
      if (guard !== undefined && ts.isIdentifier(guard)) names.push(guard.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/**
 * Tells whether a comparison, turned round, costs time and changes nothing that rules say.
 *
 * A guard only saves the time of asking rules that have nothing to find, so that it may let more through: there `<` and
 * `>` may take in their bounds. A collection that a module keeps only saves the time of working something out again, so
 * that it may be of any size.
 */
export function savesTime(node: ts.BinaryExpression, guards: ReadonlySet<string>): boolean {
  const { kind } = node.operatorToken;
  const isStrict = kind === ts.SyntaxKind.LessThanToken || kind === ts.SyntaxKind.GreaterThanToken;
  return (isStrict && isInGuard(node, guards)) || isSizeOfKept(node.left);
}

function isInGuard(node: ts.Node, guards: ReadonlySet<string>): boolean {
  const { parent } = node;
  if (parent === undefined) return false;
  if (ts.isFunctionDeclaration(node)) return guards.has(node.name?.text ?? '');
  if (ts.isCallExpression(parent) && GUARDED.has(parent.expression.getText())) {
    return parent.arguments[0] === node;
  }
  return isInGuard(parent, guards);
}

function isSizeOfKept(node: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(node) || node.name.text !== 'size') return false;
  return node
    .getSourceFile()
    .statements.some(
      (statement) =>
        ts.isVariableStatement(statement) &&
        statement.declarationList.declarations.some(
          ({ name, initializer }) =>
            name.getText() === node.expression.getText() &&
            initializer !== undefined &&
            ts.isNewExpression(initializer) &&
            COLLECTIONS.has(initializer.expression.getText()),
        ),
    );
}
