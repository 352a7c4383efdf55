import ts from 'typescript';
import { guardNames, savesTime } from './time-savers';

/** What a mutant changes: a whole rule, one of its reports, or a condition. */
export const KINDS = ['rule', 'report', 'condition'] as const;

/** One of these. */
export type Kind = (typeof KINDS)[number];

/** Change to a source text that makes a rule say something else, or nothing. */
export interface Mutant {
  /** Identifier of the rule that the change is in; empty for a function that rules share. */
  readonly rule: string;
  /** What has been changed. */
  readonly kind: Kind;
  /** Line of the change, from 1 on. */
  readonly line: number;
  /** What stood there, shortened. */
  readonly was: string;
  /** Changed text of the whole file. */
  readonly text: string;
}

type Change = readonly [start: number, end: number, replacement: string];

const BOUNDS: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
};
const REPORTERS = new Set(['refuse', 'report']);
const SHOWN = 60;

/** Every mutant of some files of rules, by file, but for those that only cost time. */
export function mutantsOf(
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Mutant[]> {
  const sources = [...files].map(([file, text]) =>
    ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true),
  );
  const guards = new Set(sources.flatMap(guardNames));
  return new Map(sources.map((source) => [source.fileName, mutantsIn(source, guards)]));
}

function mutantsIn(source: ts.SourceFile, guards: ReadonlySet<string>): readonly Mutant[] {
  const { text } = source;
  const isIdle = (node: ts.Node) => ts.isBinaryExpression(node) && savesTime(node, guards);
  const mutants: Mutant[] = [];
  const add = (rule: string, kind: Kind, node: ts.Node, [start, end, other]: Change) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const was = node.getText().replace(/\s+/g, ' ').slice(0, SHOWN);
    mutants.push({ rule, kind, line, was, text: text.slice(0, start) + other + text.slice(end) });
  };
  const visit = (node: ts.Node, outer: string): void => {
    const rule = ruleOf(node) ?? outer;
    if (rule !== outer && ts.isObjectLiteralExpression(node)) {
      const body = checkBody(node);
      if (body !== undefined) add(rule, 'rule', node, [body.getStart() + 1, body.getEnd() - 1, '']);
    }
    if (ts.isExpressionStatement(node) && isReport(node.expression)) {
      add(rule, 'report', node, [node.getStart(), node.getEnd(), ';']);
    }
    if (ts.isIfStatement(node) && !isIdle(node.expression)) {
      const { expression } = node;
      add(rule, 'condition', expression, [
        expression.getStart(),
        expression.getEnd(),
        `!(${expression.getText()})`,
      ]);
    }
    if (ts.isBinaryExpression(node) && !isIdle(node)) {
      const other = BOUNDS[node.operatorToken.kind];
      const { operatorToken: sign } = node;
      if (other !== undefined)
        add(rule, 'condition', node, [sign.getStart(), sign.getEnd(), other]);
    }
    ts.forEachChild(node, (child) => visit(child, rule));
  };
  visit(source, '');
  return mutants;
}

/** Identifier of the rule that a node is, if it is one. */
function ruleOf(node: ts.Node): string | undefined {
  if (!ts.isObjectLiteralExpression(node) || checkBody(node) === undefined) return undefined;
  for (const property of node.properties) {
    if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'id') continue;
    return ts.isStringLiteral(property.initializer) ? property.initializer.text : undefined;
  }
  return undefined;
}

function checkBody(node: ts.ObjectLiteralExpression): ts.Block | undefined {
  const check = node.properties.find(
    (property) => ts.isMethodDeclaration(property) && property.name.getText() === 'check',
  );
  return check !== undefined && ts.isMethodDeclaration(check) ? check.body : undefined;
}

function isReport(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && REPORTERS.has(expression.expression.getText());
}
