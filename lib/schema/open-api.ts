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
  /** Fields that have to be there. */
  readonly required?: readonly string[] | undefined;
  /** Schemas of the fields, by name. */
  readonly properties?: Readonly<Record<string, OpenApiSchema>> | undefined;
  /** Schema of every value of a map. */
  readonly additionalProperties?: OpenApiSchema | boolean | undefined;
  /** Pattern of the keys of a map. Only schemas of our own have it. */
  readonly keyPattern?: string | undefined;
  /** Schema of every item of a list. */
  readonly items?: OpenApiSchema | undefined;
  /** Schemas that have to match together. */
  readonly allOf?: readonly OpenApiSchema[] | undefined;
  /** Schemas of which one or more have to match. */
  readonly anyOf?: readonly OpenApiSchema[] | undefined;
  /** Schemas of which exactly one has to match. */
  readonly oneOf?: readonly OpenApiSchema[] | undefined;
  /** Schema that must not match. */
  readonly not?: OpenApiSchema | undefined;
  /** Fields that tell items of a list apart. */
  readonly 'x-kubernetes-list-map-keys'?: readonly string[] | undefined;
  /** Expressions that have to be true. */
  readonly 'x-kubernetes-validations'?: readonly CelRule[] | undefined;
}

/** Expression of a custom resource definition. */
export interface CelRule {
  /** Expression in CEL, true for what is accepted. */
  readonly rule: string;
  /** What the definition says about an object that breaks the rule. */
  readonly message?: string | undefined;
  /** Expression that makes such a message. */
  readonly messageExpression?: string | undefined;
  /** Field, relative to the place of the rule, that is at fault. */
  readonly fieldPath?: string | undefined;
  /** Whether the rule holds for new objects too, although it looks at the old one. */
  readonly optionalOldSelf?: boolean | undefined;
}

/** One version of a kind, as a custom resource definition has it. */
export interface DefinedVersion {
  /** API group, such as `cluster.x-k8s.io`. */
  readonly group: string;
  /** API version without the group, such as `v1beta2`. */
  readonly version: string;
  /** Kind, such as `Cluster`. */
  readonly kind: string;
  /** Whether an API server takes objects of this version. */
  readonly served: boolean;
  /** Schema of a whole object. */
  readonly schema: OpenApiSchema;
}

/** Tells whether a value is a plain object, as YAML and JSON have them. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Versions that a document defines. None when it is no custom resource definition. */
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
