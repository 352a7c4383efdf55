import ts from 'typescript';

/** Parameters of a constructor on one kind of clouds. */
export interface OnCloud {
  /** Name of the class. */
  readonly name: string;
  /** Kind of the clouds. */
  readonly kind: string;
  /** Types of the parameters. */
  readonly types: readonly ts.Type[];
}

/** Tells whether a class is that of a cloud, which has the types of what runs on it. */
export function isCloud({ members }: ts.Symbol): boolean {
  return members?.has('kindOf' as ts.__String) ?? false;
}

/** Tells whether what a class is made from follows the type of a cloud. */
export function followsCloud({ declarations = [] }: ts.Symbol): boolean {
  return declarations
    .filter(ts.isClassDeclaration)
    .some(({ typeParameters = [] }) =>
      [...typeParameters].some(({ constraint }) => constraint?.getText() === 'AnyCloud'),
    );
}

/** Name of a symbol. */
export function nameOf({ name }: ts.Symbol): string {
  return name;
}

/** Source that names the constructors of classes on clouds, and the kinds of these. */
export function questions(clouds: readonly string[], classes: readonly string[]): string {
  const lines = clouds.flatMap((cloud) =>
    classes.map(
      (name) =>
        `export type ${name}_${cloud} = [_.${cloud}['model']['kind'], ConstructorParameters<typeof _.${name}<_.${cloud}>>];`,
    ),
  );
  return ["import type * as _ from './index';", ...lines, ''].join('\n');
}

/** Answers of the compiler to {@link questions}. */
export function answersIn(program: ts.Program, file: string): readonly OnCloud[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const elements = (type: ts.Type | undefined) =>
    type === undefined ? [] : checker.getTypeArguments(type as ts.TypeReference);
  return (source?.statements.filter(ts.isTypeAliasDeclaration) ?? []).map((alias) => {
    const [kind, parameters] = elements(checker.getTypeAtLocation(alias.name));
    const [name = ''] = alias.name.text.split('_');
    if (kind === undefined || !kind.isStringLiteral()) throw new Error(`${name}: no kind of cloud`);
    return { name, kind: kind.value, types: elements(parameters) };
  });
}

/** Program of an entry, and of one file beside it that is in memory alone. */
export function programWith(
  entry: string,
  options: ts.CompilerOptions,
  file: string,
  text: string,
): ts.Program {
  const host = ts.createCompilerHost(options);
  const isOurs = (path: string) => path.replaceAll('\\', '/') === file.replaceAll('\\', '/');
  const inMemory: ts.CompilerHost = {
    ...host,
    fileExists: (path) => isOurs(path) || host.fileExists(path),
    readFile: (path) => (isOurs(path) ? text : host.readFile(path)),
    getSourceFile: (path, version, ...rest) =>
      isOurs(path)
        ? ts.createSourceFile(path, text, version)
        : host.getSourceFile(path, version, ...rest),
  };
  return ts.createProgram([entry, file], options, inMemory);
}
