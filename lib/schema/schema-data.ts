/** What a value has to be. */
export type NodeType =
  | 'object'
  | 'array'
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'int-or-string';

/** Schema of one value. Schemas below it are given by their place in {@link SchemaData.nodes}. */
export interface SchemaNode {
  /** What the value has to be. Anything, if left out. */
  readonly type?: NodeType;
  /** Whether `null` is accepted too. */
  readonly nullable?: true;
  /** Values that are accepted. */
  readonly enum?: readonly unknown[];
  /** Format of a text, or of a number. */
  readonly format?: string;
  /** Regular expression that a text has to match. */
  readonly pattern?: string;
  /** Fewest characters of a text. */
  readonly minLength?: number;
  /** Most characters of a text. */
  readonly maxLength?: number;
  /** Smallest number. */
  readonly minimum?: number;
  /** Largest number. */
  readonly maximum?: number;
  /** Whether the smallest number is itself refused. */
  readonly exclusiveMinimum?: true;
  /** Whether the largest number is itself refused. */
  readonly exclusiveMaximum?: true;
  /** Number of which the value has to be a multiple. */
  readonly multipleOf?: number;
  /** Schema of the items of a list. */
  readonly items?: number;
  /** Fewest items of a list. */
  readonly minItems?: number;
  /** Most items of a list. */
  readonly maxItems?: number;
  /** Whether no item may be there twice. */
  readonly set?: true;
  /** Fields that together have to tell all items apart. */
  readonly keys?: readonly string[];
  /** Schemas of the fields. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Schema of the values of a map. */
  readonly values?: number;
  /** Regular expression that the keys of a map have to match. */
  readonly keyPattern?: string;
  /** Whether fields of other names are accepted. */
  readonly open?: true;
  /** Fields that have to be there. */
  readonly required?: readonly string[];
  /** Fewest fields. */
  readonly minProperties?: number;
  /** Most fields. */
  readonly maxProperties?: number;
  /** Schemas that have to match together. */
  readonly allOf?: readonly number[];
  /** Schemas of which one or more have to match. */
  readonly anyOf?: readonly number[];
  /** Schemas of which exactly one has to match. */
  readonly oneOf?: readonly number[];
  /** Schema that must not match. */
  readonly not?: number;
}

/** Schemas of the kinds of one release, equal parts stored once. */
export interface SchemaData {
  /** Schema of each kind, by `group/version/Kind`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** All schemas, each after those it refers to. */
  readonly nodes: readonly SchemaNode[];
}
