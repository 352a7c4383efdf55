import { requiredOf } from '../compact';
import type { DefinedVersion, OpenApiSchema } from '../open-api';
import { nameShapes, type Place, pascal, singular } from './shape-names';

const OWN_FIELDS: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'status']);

interface Visited extends Place {
  readonly schema: OpenApiSchema;
}

/** Returns TypeScript interfaces for the kinds of one group and version. Equal shapes share one interface. */
export function shapeLines(kinds: readonly DefinedVersion[]): string[] {
  const roots = kinds.map((defined): [DefinedVersion, OpenApiSchema] => [defined, body(defined)]);
  const below = visitAll(roots.map(([{ kind }, schema]) => ({ shape: '', path: [kind], schema })));
  const names = nameShapes(
    below,
    kinds.map(({ kind }) => kind),
  );
  const interfaces = new Map<string, string[]>();
  for (const { shape, schema } of below) {
    interfaces.set(names.get(shape) ?? '', fieldLines(schema, names));
  }
  for (const [defined, schema] of roots) {
    interfaces.set(defined.kind, [...headLines(defined), ...fieldLines(schema, names)]);
  }
  return [...interfaces]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, lines]) => [`export interface ${name} {`, ...lines, '}', '']);
}

function body({ schema }: DefinedVersion): OpenApiSchema {
  const fields = Object.entries(schema.properties ?? {}).filter(([name]) => !OWN_FIELDS.has(name));
  return { ...schema, properties: Object.fromEntries(fields) };
}

function headLines({ group, version, kind }: DefinedVersion): string[] {
  return [
    `  readonly apiVersion: '${group}/${version}';`,
    `  readonly kind: '${kind}';`,
    '  readonly metadata: ObjectMeta;',
  ];
}

/** Returns all objects with their own fields below some schemas, nearest first. */
function visitAll(roots: readonly Visited[]): Visited[] {
  const found: Visited[] = [];
  for (let level = roots; level.length > 0; ) {
    level = level.flatMap(({ schema, path }) =>
      sortedFields(schema).flatMap(([name, field]) => objectsOf(field, [...path, pascal(name)])),
    );
    found.push(...level);
  }
  return found;
}

function objectsOf(schema: OpenApiSchema, path: readonly string[]): Visited[] {
  const { items, additionalProperties: values } = schema;
  if (schema.properties !== undefined) return [{ schema, path, shape: shapeOf(schema) }];
  if (typeof values === 'object') return objectsOf(values, path);
  if (items === undefined) return [];
  return objectsOf(items, [...path.slice(0, -1), singular(path.at(-1) ?? '')]);
}

function fieldLines(schema: OpenApiSchema, names: ReadonlyMap<string, string>): string[] {
  const required = new Set(requiredOf(schema));
  return sortedFields(schema).map(([name, field]) => {
    const type = typeOf(field, names);
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    return required.has(name)
      ? `  readonly ${key}: ${type};`
      : `  readonly ${key}?: ${type} | undefined;`;
  });
}

function typeOf(schema: OpenApiSchema, names: ReadonlyMap<string, string>): string {
  if (schema['x-kubernetes-int-or-string'] === true) return 'number | string';
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  switch (schema.type) {
    case 'array':
      return listOf(typeOf(schema.items ?? {}, names));
    case 'object':
      return objectType(schema, names);
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
      return schema.type;
    default:
      return 'unknown';
  }
}

function objectType(schema: OpenApiSchema, names: ReadonlyMap<string, string>): string {
  if (schema.properties !== undefined) return names.get(shapeOf(schema)) ?? 'unknown';
  const values = schema.additionalProperties;
  const type = typeof values === 'object' ? typeOf(values, names) : 'unknown';
  return `Readonly<Record<string, ${type}>>`;
}

function listOf(type: string): string {
  return /[| ]/.test(type) ? `readonly (${type})[]` : `readonly ${type}[]`;
}

/** Returns the parts of a schema that its TypeScript type depends on. */
function shapeOf(schema: OpenApiSchema): string {
  const values = schema.additionalProperties;
  return JSON.stringify([
    schema.type,
    schema.enum,
    schema['x-kubernetes-int-or-string'],
    requiredOf(schema),
    schema.items === undefined ? null : shapeOf(schema.items),
    typeof values === 'object' ? shapeOf(values) : null,
    sortedFields(schema).map(([name, field]) => [name, shapeOf(field)]),
  ]);
}

function sortedFields(schema: OpenApiSchema): [string, OpenApiSchema][] {
  return Object.entries(schema.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : JSON.stringify(value);
}
