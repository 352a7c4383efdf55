import ts from 'typescript';

/** Parameters of a constructor for one kind of cloud. */
export interface OnCloud {
  /** Name of the class. */
  readonly name: string;
  /** Kind of the cloud. */
  readonly kind: string;
  /** Types of the parameters. */
  readonly types: readonly ts.Type[];
}

/** Tells whether a class is a cloud, which determines the types of what runs on it. */
export function isCloud({ members }: ts.Symbol): boolean {
  return members?.has('kindOf' as ts.__String) ?? false;
}

/** Tells whether the constructor types of a class depend on the type of a cloud. */
export function followsCloud({ declarations = [] }: ts.Symbol): boolean {
  return declarations
    .filter(ts.isClassDeclaration)
    .some(({ typeParameters = [] }) =>
      [...typeParameters].some(({ constraint }) => constraint?.getText() === 'AnyCloud'),
    );
}

/** Returns the name of a symbol. */
export function nameOf({ name }: ts.Symbol): string {
  return name;
}

/** Returns source code that names the constructor types of classes for each cloud, and the kinds of the clouds. */
export function questions(clouds: readonly string[], classes: readonly string[]): string {
  const lines = clouds.flatMap((cloud) =>
    classes.map(
      (name) =>
        `export type ${name}_${cloud} = [_.${cloud}['model']['kind'], ConstructorParameters<typeof _.${name}<_.${cloud}>>];`,
    ),
  );
  return ["import type * as _ from './index';", ...lines, ''].join('\n');
}

/** Returns the compiler's answers to {@link questions}. */
export function answersIn(program: ts.Program, file: string): readonly OnCloud[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const elements = (type: ts.Type | undefined) =>
    type === undefined ? [] : checker.getTypeArguments(type as ts.TypeReference);
  return (source?.statements.filter(ts.isTypeAliasDeclaration) ?? []).map((alias) => {
    const [kind, parameters] = elements(checker.getTypeAtLocation(alias.name));
    const [name = ''] = alias.name.text.split('_');
    if (kind === undefined || !kind.isStringLiteral()) throw new Error(`${name}: no cloud kind`);
    return { name, kind: kind.value, types: elements(parameters) };
  });
}

/** Returns a program of an entry and an in-memory file next to it. */
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
