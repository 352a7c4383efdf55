/**
 * What the typings say of a value, in the short form of the generated table.
 *
 * `string`, `number`, `boolean` and `function` are themselves, `data` is whatever a file can carry, `any` is not looked
 * at, and `#Name` is an interface or alias of the table.
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
  /** Anything with some methods, called by the name of what usually has them. */
  | { readonly like: string; readonly has: readonly string[] }
  | {
      readonly props: Props;
      /** Whether there may be others, which are not looked at. */
      readonly open?: true;
    }
  | { readonly oneOf: readonly Shape[] };

/** Props by their names, those that may be left out with a question mark behind. */
export type Props = Readonly<Record<string, Shape>>;

/** Parameter of a constructor, static function or method. */
export interface Parameter {
  /** Name in the source; with a question mark behind where it may be left out, with dots in front where it takes the rest. */
  readonly name: string;
  /** What it takes. */
  readonly shape: Shape;
}

/** What of a class is called by users. */
export interface ClassEntry {
  /** Parameters of a public constructor. */
  readonly new?: readonly Parameter[];
  /** Parameters of the constructor by the kinds of clouds, where its props depend on the cloud. */
  readonly on?: Readonly<Record<string, readonly Parameter[]>>;
  /** Parameters of static functions, by their names. */
  readonly static?: Readonly<Record<string, readonly Parameter[]>>;
  /** Parameters of methods, by their names. */
  readonly methods?: Readonly<Record<string, readonly Parameter[]>>;
}

/** Public surface of the library, as the generator reads it from the sources. */
export interface InputTable {
  /** Interfaces and aliases by their names. */
  readonly types: Readonly<Record<string, Shape>>;
  /** Examples of texts from docstrings, by `Interface.prop`. */
  readonly examples: Readonly<Record<string, string>>;
  /** Exported classes by their names. */
  readonly classes: Readonly<Record<string, ClassEntry>>;
}
