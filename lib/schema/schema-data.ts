/** Type of a value. */
export type NodeType =
  | 'object'
  | 'array'
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'int-or-string';

/** Schema of one value. Nested schemas are given by their index in {@link SchemaData.nodes}. */
export interface SchemaNode {
  /** Type of the value. Any type, if omitted. */
  readonly type?: NodeType;
  /** Whether `null` is accepted too. */
  readonly nullable?: true;
  /** Values that are accepted. */
  readonly enum?: readonly unknown[];
  /** Format of a string or number. */
  readonly format?: string;
  /** Regular expression that a string must match. */
  readonly pattern?: string;
  /** Minimum length of a string. */
  readonly minLength?: number;
  /** Maximum length of a string. */
  readonly maxLength?: number;
  /** Smallest number. */
  readonly minimum?: number;
  /** Largest number. */
  readonly maximum?: number;
  /** Whether the minimum itself is excluded. */
  readonly exclusiveMinimum?: true;
  /** Whether the maximum itself is excluded. */
  readonly exclusiveMaximum?: true;
  /** The value must be a multiple of this number. */
  readonly multipleOf?: number;
  /** Schema of the items of a list. */
  readonly items?: number;
  /** Minimum number of items in a list. */
  readonly minItems?: number;
  /** Maximum number of items in a list. */
  readonly maxItems?: number;
  /** Whether items must be unique. */
  readonly set?: true;
  /** Fields that together must be unique among all items. */
  readonly keys?: readonly string[];
  /** Schemas of the fields. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Schema of the values of a map. */
  readonly values?: number;
  /** Regular expression that the keys of a map must match. */
  readonly keyPattern?: string;
  /** Whether unknown fields are accepted. */
  readonly open?: true;
  /** Names of required fields. */
  readonly required?: readonly string[];
  /** Minimum number of fields. */
  readonly minProperties?: number;
  /** Maximum number of fields. */
  readonly maxProperties?: number;
  /** Schemas that must all match. */
  readonly allOf?: readonly number[];
  /** Schemas of which at least one must match. */
  readonly anyOf?: readonly number[];
  /** Schemas of which exactly one must match. */
  readonly oneOf?: readonly number[];
  /** Schema that must not match. */
  readonly not?: number;
}

/** Schemas of the kinds in one release; equal parts are stored once. */
export interface SchemaData {
  /** Schema of each kind, by `group/version/Kind`. */
  readonly kinds: Readonly<Record<string, number>>;
  /** All schemas, each after the ones that it refers to. */
  readonly nodes: readonly SchemaNode[];
}
