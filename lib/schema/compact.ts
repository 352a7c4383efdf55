import { METADATA } from './metadata';
import { type DefinedVersion, isRecord, type OpenApiSchema } from './open-api';
import type { NodeType, SchemaData, SchemaNode } from './schema-data';

const KEPT = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'keyPattern',
] as const;

const TYPES: ReadonlySet<string> = new Set([
  'object',
  'array',
  'string',
  'integer',
  'number',
  'boolean',
]);

/** Collects schemas of kinds and stores equal parts once. */
export class SchemaPool {
  private readonly kinds: Record<string, number> = {};
  private readonly nodes: SchemaNode[] = [];
  private readonly known = new Map<string, number>();

  /** Adds a kind of a custom resource definition, without its status. */
  addKind(defined: DefinedVersion): void {
    const { group, version, kind, schema } = defined;
    const { status: _, ...properties } = schema.properties ?? {};
    const root = this.add({
      ...schema,
      type: 'object',
      required: ['apiVersion', 'kind', 'metadata', ...(schema.required ?? [])].filter(isFirst),
      properties: {
        ...properties,
        apiVersion: { type: 'string', enum: [group === '' ? version : `${group}/${version}`] },
        kind: { type: 'string', enum: [kind] },
        metadata: merged(METADATA, properties.metadata),
      },
    });
    this.kinds[`${group}/${version}/${kind}`] = root;
  }

  /** Adds a schema and returns its index. */
  add(schema: OpenApiSchema, partial = false): number {
    return this.store({
      ...typeKeywords(schema),
      ...Object.fromEntries(KEPT.flatMap((k) => (schema[k] === undefined ? [] : [[k, schema[k]]]))),
      ...this.listKeywords(schema, partial),
      ...this.objectKeywords(schema, partial),
      ...this.junctors(schema),
    });
  }

  /** Returns everything that was added, in a form that can be written to a file. */
  data(): SchemaData {
    return {
      kinds: Object.fromEntries(Object.entries(this.kinds).sort(byName)),
      nodes: this.nodes,
    };
  }

  private store(node: SchemaNode): number {
    const text = JSON.stringify(node);
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.nodes.length);
    return this.nodes.push(node) - 1;
  }

  private listKeywords(schema: OpenApiSchema, partial: boolean): SchemaNode {
    const keys = schema['x-kubernetes-list-map-keys'];
    return {
      ...(schema.items === undefined ? {} : { items: this.add(schema.items, partial) }),
      ...(schema['x-kubernetes-list-type'] === 'set' ? { set: true } : {}),
      ...(keys === undefined ? {} : { keys }),
    };
  }

  private objectKeywords(schema: OpenApiSchema, partial: boolean): SchemaNode {
    const { properties, additionalProperties: values } = schema;
    const fields = Object.entries(properties ?? {})
      .sort(byName)
      .map(([name, field]) => [name, this.add(field, partial)] as const);
    const required = requiredOf(schema);
    const open =
      values === true ||
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      schema['x-kubernetes-embedded-resource'] === true ||
      (partial && properties !== undefined);
    return {
      ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
      ...(isRecord(values) ? { values: this.add(values, partial) } : {}),
      ...(required.length === 0 ? {} : { required }),
      ...(open ? { open } : {}),
    };
  }

  private junctors(schema: OpenApiSchema): SchemaNode {
    const each = (schemas: readonly OpenApiSchema[]) => schemas.map((part) => this.add(part, true));
    const { allOf, anyOf, oneOf, not } = schema;
    const trivial = schema['x-kubernetes-int-or-string'] === true;
    return {
      ...(allOf === undefined || trivial ? {} : { allOf: each(allOf) }),
      ...(anyOf === undefined || trivial ? {} : { anyOf: each(anyOf) }),
      ...(oneOf === undefined ? {} : { oneOf: each(oneOf) }),
      ...(not === undefined ? {} : { not: this.add(not, true) }),
    };
  }
}

function typeKeywords(schema: OpenApiSchema): SchemaNode {
  const type = typeOf(schema);
  return {
    ...(type === undefined ? {} : { type }),
    ...(schema.nullable === true ? { nullable: true } : {}),
    ...(schema.enum === undefined ? {} : { enum: schema.enum }),
    ...(schema.format === undefined ? {} : { format: schema.format }),
    ...(schema.exclusiveMinimum === true ? { exclusiveMinimum: true } : {}),
    ...(schema.exclusiveMaximum === true ? { exclusiveMaximum: true } : {}),
  };
}

function typeOf(schema: OpenApiSchema): NodeType | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return 'int-or-string';
  return isNodeType(schema.type) ? schema.type : undefined;
}

function isNodeType(type: string | undefined): type is NodeType {
  return type !== undefined && TYPES.has(type);
}

/** Returns the fields that the author must set: an API server fills in the others before it validates. */
export function requiredOf(schema: OpenApiSchema): string[] {
  const fields = schema.properties ?? {};
  return (schema.required ?? []).filter((name) => fields[name]?.default === undefined).sort();
}

function merged(base: OpenApiSchema, more: OpenApiSchema | undefined): OpenApiSchema {
  const properties: Record<string, OpenApiSchema> = { ...base.properties };
  for (const [name, schema] of Object.entries(more?.properties ?? {})) {
    properties[name] = { ...properties[name], ...schema };
  }
  return { ...base, properties };
}

function isFirst(value: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(value) === index;
}

function byName(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
