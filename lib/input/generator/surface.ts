import { join } from 'node:path';
import ts from 'typescript';
import type { ClassEntry, InputTable, Parameter, Shape } from '../shape';
import {
  answersIn,
  followsCloud,
  isCloud,
  nameOf,
  type OnCloud,
  programWith,
  questions,
} from './on-clouds';
import { ShapeReader } from './shapes';

/** What the generator reads from the sources. */
export interface PublicSurface {
  /** Table of the functions that users can call. */
  readonly table: InputTable;
  /** Files of the exported classes by class name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Reads the functions that users can call from the sources of the library. */
export function readSurface(root: string): PublicSurface {
  const entry = join(root, 'constructs/index.ts');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const settings = { ...options, types: ['node'] };
  const exported = exportsOf(ts.createProgram([entry], settings), entry);
  const clouds = classesIn(exported).filter(isCloud).map(nameOf);
  const made = classesIn(exported).filter(followsCloud).map(nameOf);
  // An in-memory file next to the entry asks the compiler for the constructor types on each cloud.
  const beside = join(root, 'constructs/on-clouds.ts');
  const program = programWith(entry, settings, beside, questions(clouds, made));
  return new Surface(exportsOf(program, entry), answersIn(program, beside)).read();
}

interface Exported {
  readonly checker: ts.TypeChecker;
  readonly symbols: readonly ts.Symbol[];
}

function exportsOf(program: ts.Program, entry: string): Exported {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} is not a module`);
  return { checker, symbols: checker.getExportsOfModule(module) };
}

/** Returns the exported value classes, without error classes. */
function classesIn({ checker, symbols }: Exported): readonly ts.Symbol[] {
  return symbols
    .filter((symbol) => !isTypeOnly(symbol) && !symbol.name.endsWith('Error'))
    .map((symbol) => {
      const isAlias = (symbol.flags & ts.SymbolFlags.Alias) !== 0;
      return isAlias ? checker.getAliasedSymbol(symbol) : symbol;
    })
    .filter((symbol) => (symbol.flags & ts.SymbolFlags.Class) !== 0);
}

/** Methods for users besides those that add something. */
const GIVES = /^(ranges|clusterNetwork)$/;

class Surface {
  private readonly checker: ts.TypeChecker;
  private readonly reader: ShapeReader;
  private readonly classes: readonly ts.Symbol[];

  constructor(
    exported: Exported,
    private readonly onClouds: readonly OnCloud[],
  ) {
    this.checker = exported.checker;
    this.classes = classesIn(exported);
    const hosts = new Map(this.classes.flatMap(implemented));
    const clouds = this.classes.filter(isCloud).map(nameOf);
    this.reader = new ShapeReader(this.checker, hosts, clouds);
  }

  read(): PublicSurface {
    const classes = new Map(this.classes.map((one) => [one.name, this.classEntry(one)]));
    const files = new Map(this.classes.map((one) => [one.name, fileOf(one)]));
    const { types, examples } = this.reader;
    const table = { types: sorted(types), examples: sorted(examples), classes: sorted(classes) };
    return { table, files: sorted(files) };
  }

  private classEntry(symbol: ts.Symbol): ClassEntry {
    const statics = this.callables(symbol.exports);
    const methods = this.callables(symbol.members);
    const made = this.constructorOf(symbol);
    const on = this.onClouds
      .filter(({ name }) => name === symbol.name)
      .map(({ kind, types }) => [kind, made?.map((one, index) => this.typed(one, types[index]))]);
    return {
      ...(made === undefined ? {} : { new: made }),
      ...(on.length === 0 ? {} : { on: Object.fromEntries(on) }),
      ...(statics.size === 0 ? {} : { static: Object.fromEntries(statics) }),
      ...(methods.size === 0 ? {} : { methods: Object.fromEntries(methods) }),
    };
  }

  private constructorOf(symbol: ts.Symbol): readonly Parameter[] | undefined {
    const declaration = symbol.members?.get('__constructor' as ts.__String)?.declarations?.[0];
    if (declaration === undefined || !ts.isConstructorDeclaration(declaration)) return undefined;
    return isPublic(declaration) ? this.parameters(declaration.parameters) : undefined;
  }

  private typed(parameter: Parameter, type: ts.Type | undefined): Parameter {
    if (type === undefined) return parameter;
    return { ...parameter, shape: this.reader.shapeOf(this.checker.getNonNullableType(type)) };
  }

  private callables(table: ts.SymbolTable | undefined): Map<string, readonly Parameter[]> {
    const found = new Map<string, readonly Parameter[]>();
    for (const { name, declarations = [] } of table?.values() ?? []) {
      const [declaration] = declarations;
      if (declaration === undefined || !ts.isMethodDeclaration(declaration)) continue;
      if (!isPublic(declaration) || !this.isForUsers(name, declaration)) continue;
      found.set(name, this.parameters(declaration.parameters));
    }
    return found;
  }

  /**
   * Tells functions for users from those that constructs call on each other, and from those whose values the
   * constructor of the result checks.
   */
  private isForUsers(name: string, declaration: ts.MethodDeclaration): boolean {
    const signature = this.checker.getSignatureFromDeclaration(declaration);
    if (signature === undefined || declaration.parameters.length === 0) return false;
    const isStatic = (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
    const doc = ts.displayPartsToString(signature.getDocumentationComment(this.checker));
    if (/[Cc]alled by/.test(doc)) return false;
    if (isStatic) return !name.startsWith('__');
    const result = signature.getReturnType();
    return GIVES.test(name) || (name.startsWith('add') && result.getProperty('node') === undefined);
  }

  private parameters(declared: readonly ts.ParameterDeclaration[]): readonly Parameter[] {
    return declared.map((parameter) => {
      const optional = parameter.questionToken ?? parameter.initializer;
      const rest = parameter.dotDotDotToken;
      const type = this.checker.getTypeAtLocation(parameter);
      const shape = this.reader.shapeOf(this.checker.getNonNullableType(type));
      const name = `${rest ? '...' : ''}${parameter.name.getText()}${optional ? '?' : ''}`;
      return { name, shape: rest ? itemOf(shape) : shape };
    });
  }
}

function itemOf(shape: Shape): Shape {
  return typeof shape === 'object' && 'list' in shape ? shape.list : 'any';
}

/** Returns the interfaces that a class implements, each with its name. */
function implemented({ name, declarations = [] }: ts.Symbol): [string, string][] {
  return declarations
    .filter(ts.isClassDeclaration)
    .flatMap(({ heritageClauses = [] }) => [...heritageClauses])
    .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap(({ types }) =>
      types.map(({ expression }): [string, string] => [expression.getText(), name]),
    );
}

function fileOf({ name, declarations = [] }: ts.Symbol): string {
  const [declaration] = declarations;
  if (declaration === undefined) throw new Error(`${name} has no declaration`);
  return declaration.getSourceFile().fileName;
}

function isTypeOnly({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some(
    (one) => ts.isExportSpecifier(one) && (one.isTypeOnly || one.parent.parent.isTypeOnly),
  );
}

function isPublic(declaration: ts.Declaration): boolean {
  const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected;
  return (ts.getCombinedModifierFlags(declaration) & hidden) === 0;
}

function sorted<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
