type NumberKeyword =
  | 'minLength'
  | 'maxLength'
  | 'minimum'
  | 'maximum'
  | 'multipleOf'
  | 'minItems'
  | 'maxItems'
  | 'minProperties'
  | 'maxProperties';

type FlagKeyword =
  | 'nullable'
  | 'exclusiveMinimum'
  | 'exclusiveMaximum'
  | 'x-kubernetes-int-or-string'
  | 'x-kubernetes-preserve-unknown-fields'
  | 'x-kubernetes-embedded-resource';

type TextKeyword = 'type' | 'format' | 'pattern' | 'x-kubernetes-list-type';

type Keywords = Readonly<
  Partial<
    Record<NumberKeyword, number> & Record<FlagKeyword, boolean> & Record<TextKeyword, string>
  >
>;

/** OpenAPI schema in the dialect of custom resource definitions. */
export interface OpenApiSchema extends Keywords {
  /** Values that are accepted. */
  readonly enum?: readonly unknown[] | undefined;
  /** Value that an API server fills in. */
  readonly default?: unknown;
  /** Names of required fields. */
  readonly required?: readonly string[] | undefined;
  /** Schemas of the fields, by name. */
  readonly properties?: Readonly<Record<string, OpenApiSchema>> | undefined;
  /** Schema of every value of a map. */
  readonly additionalProperties?: OpenApiSchema | boolean | undefined;
  /** Pattern of the keys of a map. Only the library's own schemas use it. */
  readonly keyPattern?: string | undefined;
  /** Schema of every item of a list. */
  readonly items?: OpenApiSchema | undefined;
  /** Schemas that must all match. */
  readonly allOf?: readonly OpenApiSchema[] | undefined;
  /** Schemas of which at least one must match. */
  readonly anyOf?: readonly OpenApiSchema[] | undefined;
  /** Schemas of which exactly one must match. */
  readonly oneOf?: readonly OpenApiSchema[] | undefined;
  /** Schema that must not match. */
  readonly not?: OpenApiSchema | undefined;
  /** Fields that identify items of a list. */
  readonly 'x-kubernetes-list-map-keys'?: readonly string[] | undefined;
  /** Expressions that must be true. */
  readonly 'x-kubernetes-validations'?: readonly CelRule[] | undefined;
}

/** Validation expression of a custom resource definition. */
export interface CelRule {
  /** CEL expression that is true for accepted values. */
  readonly rule: string;
  /** Message of the definition for an object that breaks the rule. */
  readonly message?: string | undefined;
  /** Expression that returns such a message. */
  readonly messageExpression?: string | undefined;
  /** Path of the invalid field, relative to the rule. */
  readonly fieldPath?: string | undefined;
  /** Whether the rule also applies to new objects although it uses the old one. */
  readonly optionalOldSelf?: boolean | undefined;
}

/** One version of a kind, as defined in a custom resource definition. */
export interface DefinedVersion {
  /** API group, such as `cluster.x-k8s.io`. */
  readonly group: string;
  /** API version without the group, such as `v1beta2`. */
  readonly version: string;
  /** Kind, such as `Cluster`. */
  readonly kind: string;
  /** Whether an API server accepts objects of this version. */
  readonly served: boolean;
  /** Schema of a whole object. */
  readonly schema: OpenApiSchema;
}

/** Tells whether a value is a plain object of YAML or JSON. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the versions that a document defines; none if it is not a custom resource definition. */
export function definedVersions(document: unknown): DefinedVersion[] {
  if (!isRecord(document) || document.kind !== 'CustomResourceDefinition') return [];
  const spec = isRecord(document.spec) ? document.spec : {};
  const names = isRecord(spec.names) ? spec.names : {};
  const versions = Array.isArray(spec.versions) ? spec.versions.filter(isRecord) : [];
  return versions.map((version) => ({
    group: String(spec.group),
    version: String(version.name),
    kind: String(names.kind),
    served: version.served === true,
    schema: schemaOf(version),
  }));
}

function schemaOf(version: Readonly<Record<string, unknown>>): OpenApiSchema {
  const schema = isRecord(version.schema) ? version.schema.openAPIV3Schema : undefined;
  return isRecord(schema)
    ? (schema as OpenApiSchema)
    : { 'x-kubernetes-preserve-unknown-fields': true };
}
