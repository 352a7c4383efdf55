/**
 * Type of a value, in the short form of the generated table.
 *
 * `string`, `number`, `boolean` and `function` have their usual meaning. `data` is plain data that a file can hold, `any`
 * is not checked, and `#Name` refers to an interface or alias in the table.
 */
export type Shape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'function'
  | 'null'
  | 'data'
  | 'any'
  | `#${string}`
  | { readonly words: readonly (string | number | boolean)[] }
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly class: string }
  /** Anything with certain methods, named after the type that usually has them. */
  | { readonly like: string; readonly has: readonly string[] }
  | {
      readonly props: Props;
      /** Whether other props are accepted unchecked. */
      readonly open?: true;
    }
  | { readonly oneOf: readonly Shape[] };

/** Props by name; names of optional props end with a question mark. */
export type Props = Readonly<Record<string, Shape>>;

/** Parameter of a constructor, static function or method. */
export interface Parameter {
  /** Name in the source; an optional parameter ends with a question mark, a rest parameter starts with dots. */
  readonly name: string;
  /** Type that it accepts. */
  readonly shape: Shape;
}

/** Functions of a class that users call. */
export interface ClassEntry {
  /** Parameters of the public constructor. */
  readonly new?: readonly Parameter[];
  /** Parameters of the constructor by kind of cloud, if its props depend on the cloud. */
  readonly on?: Readonly<Record<string, readonly Parameter[]>>;
  /** Parameters of static functions by name. */
  readonly static?: Readonly<Record<string, readonly Parameter[]>>;
  /** Parameters of methods by name. */
  readonly methods?: Readonly<Record<string, readonly Parameter[]>>;
}

/** Public API of the library, as the generator reads it from the sources. */
export interface InputTable {
  /** Interfaces and aliases by name. */
  readonly types: Readonly<Record<string, Shape>>;
  /** Example values from docstrings, by `Interface.prop`. */
  readonly examples: Readonly<Record<string, string>>;
  /** Exported classes by name. */
  readonly classes: Readonly<Record<string, ClassEntry>>;
}
