import ts from 'typescript';
import type { Props, Shape } from '../shape';

const BASIC: readonly [number, Shape][] = [
  [ts.TypeFlags.StringLike & ~ts.TypeFlags.StringLiteral, 'string'],
  [ts.TypeFlags.NumberLike & ~ts.TypeFlags.NumberLiteral & ~ts.TypeFlags.EnumLike, 'number'],
  [ts.TypeFlags.Boolean, 'boolean'],
  [ts.TypeFlags.Null, 'null'],
  [
    ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never | ts.TypeFlags.NonPrimitive,
    'data',
  ],
];

/** Types that other modules extend; rules report unknown words. */
const EXTENSIBLE: Readonly<Record<string, Shape>> = {
  InfrastructureName: 'string',
  InfrastructureVersions: { map: 'string' },
};

/** Interface of clouds of any kind. */
const CLOUD = 'ICloud';

/** Converts TypeScript types to shapes, and collects the named ones. */
export class ShapeReader {
  /** Named shapes by name. */
  readonly types = new Map<string, Shape>();
  /** Example values by `Interface.prop`. */
  readonly examples = new Map<string, string>();
  /** Names of interfaces and aliases, and of the instantiated types behind aliases. */
  private readonly names = new Map<ts.Symbol | ts.Type, string>();

  constructor(
    private readonly checker: ts.TypeChecker,
    /** Exported classes by the names of the interfaces that they implement. */
    private readonly hosts: ReadonlyMap<string, string>,
    /** Exported cloud classes; the common interface stands for any of them. */
    private readonly clouds: readonly string[],
  ) {}

  /** Returns the shape of a type, without the undefined of an optional one. */
  shapeOf(type: ts.Type): Shape {
    const extensible = EXTENSIBLE[type.aliasSymbol?.name ?? ''];
    if (extensible !== undefined) return extensible;
    const basic = BASIC.find(([flags]) => (type.flags & flags) !== 0)?.[1];
    if (basic !== undefined) return basic;
    if (type.isStringLiteral() || type.isNumberLiteral()) return { words: [type.value] };
    if ((type.flags & ts.TypeFlags.BooleanLiteral) !== 0) {
      return { words: [this.checker.typeToString(type) === 'true'] };
    }
    const bound = this.boundOf(type);
    if (bound !== undefined) return this.shapeOf(bound);
    return this.lettered(type) ?? this.named(type) ?? this.structure(type);
  }

  /** Returns the type that a type parameter or an unresolved type stands for. */
  private boundOf(type: ts.Type): ts.Type | undefined {
    const { TypeParameter, Substitution, IndexedAccess } = ts.TypeFlags;
    if ((type.flags & (TypeParameter | Substitution | IndexedAccess)) === 0) return undefined;
    return this.checker.getBaseConstraintOfType(type);
  }

  /** Returns the shape of types from TypeScript's own library, which are recognized by name. */
  private lettered(type: ts.Type): Shape | undefined {
    const [key, value] = type.aliasTypeArguments ?? [];
    if (key === undefined) return undefined;
    const alias = type.aliasSymbol?.name;
    if (alias === 'NoInfer' || alias === 'Readonly') return this.shapeOf(key);
    if (alias === 'Record' && value !== undefined && this.shapeOf(key) === 'string') {
      return { map: this.shapeOf(value) };
    }
    return undefined;
  }

  /** Returns a reference to an interface or alias of the library, which is read once. */
  private named(type: ts.Type): Shape | undefined {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    if (symbol === undefined || !isNamed(symbol) || this.checker.isArrayType(type))
      return undefined;
    if ((symbol.flags & ts.SymbolFlags.Class) !== 0) return { class: symbol.name };
    if (isForeign(symbol)) return this.foreign(type, symbol);
    const host = type.getSymbol();
    if (host !== undefined && isHost(host)) return this.like(host);
    const key = type.isIntersection() ? type : symbol;
    const known = this.names.get(key);
    if (known !== undefined) return `#${known}`;
    const name = this.freeName(this.fullName(type, symbol));
    this.names.set(key, name);
    this.types.set(name, 'any');
    this.types.set(name, this.structure(type, name));
    return `#${name}`;
  }

  private foreign(type: ts.Type, symbol: ts.Symbol): Shape | undefined {
    return type.aliasSymbol === undefined && isHost(symbol) ? 'any' : undefined;
  }

  /** Returns the shape of an interface of constructs, recognized by its methods. */
  private like({ name, members }: ts.Symbol): Shape {
    if (name === CLOUD) return this.anyCloud();
    const methods = [...(members?.values() ?? [])].filter(
      (one) => (one.flags & ts.SymbolFlags.Method) !== 0,
    );
    return { like: this.hosts.get(name) ?? name, has: methods.map((one) => one.name) };
  }

  /** Returns the shape of a cloud of any kind, including those of registered providers. */
  private anyCloud(): Shape {
    return { like: this.clouds.join(' or '), has: ['modeller'] };
  }

  /** Returns the name of a type, with the class of its cloud. */
  private fullName({ aliasTypeArguments = [] }: ts.Type, { name }: ts.Symbol): string {
    const [given] = aliasTypeArguments;
    const cloud = given && (this.boundOf(given) ?? given).getSymbol();
    const isClass = cloud !== undefined && (cloud.flags & ts.SymbolFlags.Class) !== 0;
    return isClass ? `${name}<${cloud.name}>` : name;
  }

  private freeName(name: string): string {
    let free = name;
    for (let i = 2; this.types.has(free); i += 1) free = `${name}${i}`;
    return free;
  }

  private structure(type: ts.Type, name?: string): Shape {
    if (type.isUnion()) return this.oneOf(type.types);
    if (type.getCallSignatures().length > 0) return 'function';
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) {
      return { list: this.oneOf(this.checker.getTypeArguments(type as ts.TypeReference)) };
    }
    const index = this.checker.getIndexInfosOfType(type)[0];
    const properties = this.checker.getPropertiesOfType(type);
    if (index !== undefined && properties.length === 0) return { map: this.shapeOf(index.type) };
    if (properties.some((one) => (one.flags & ts.SymbolFlags.Method) !== 0)) return 'any';
    return { props: this.props(type, name), ...(isOpen(type) && { open: true }) };
  }

  private props(type: ts.Type, name: string | undefined): Props {
    const props: Record<string, Shape> = {};
    for (const property of this.checker.getPropertiesOfType(type)) {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      const own = this.checker.getTypeOfSymbol(property);
      props[`${property.name}${optional ? '?' : ''}`] = this.shapeOf(
        optional ? this.checker.getNonNullableType(own) : own,
      );
      const example = exampleIn(property, this.checker);
      if (name !== undefined && example !== undefined) {
        this.examples.set(`${name}.${property.name}`, example);
      }
    }
    return props;
  }

  private oneOf(members: readonly ts.Type[]): Shape {
    const words: (string | number | boolean)[] = [];
    const others = new Map<string, Shape>();
    for (const member of members) {
      if ((member.flags & ts.TypeFlags.Undefined) !== 0) continue;
      const shape = this.shapeOf(member);
      if (typeof shape === 'object' && 'words' in shape) words.push(...shape.words);
      else others.set(JSON.stringify(shape), shape);
    }
    const shapes = [...others.values()];
    if (words.length === 2 && words.includes(true) && words.includes(false)) shapes.push('boolean');
    else if (words.length > 0) shapes.push({ words });
    const [only = 'data'] = shapes;
    if (shapes.includes('data')) return 'data';
    return shapes.length === 1 ? only : { oneOf: shapes };
  }
}

/** Tells whether a type has more props than it names because they depend on an unknown type. */
function isOpen(type: ts.Type): boolean {
  const unknown = ts.TypeFlags.IndexedAccess | ts.TypeFlags.NonPrimitive;
  return type.isIntersection() && type.types.some(({ flags }) => (flags & unknown) !== 0);
}

function isNamed(symbol: ts.Symbol): boolean {
  return !symbol.name.startsWith('__');
}

/** Tells whether a type is an interface of constructs, whose name starts with an I. */
function isHost({ name, flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Interface) !== 0 && /^I[A-Z][a-z]/.test(name);
}

function isForeign(symbol: ts.Symbol): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
  return file.includes('/node_modules/');
}

/** Returns the text after "such as" in a docstring. */
function exampleIn(property: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  const text = ts.displayPartsToString(property.getDocumentationComment(checker));
  return /such as `([^`]+)`/.exec(text)?.[1];
}
