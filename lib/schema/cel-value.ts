import { isRecord, type OpenApiSchema } from './open-api';

const RESERVED: ReadonlySet<string> = new Set(
  (
    'true false null in as break const continue else for function if import let loop package ' +
    'namespace return var void while'
  ).split(' '),
);

/** Converts a value for expressions: integers, times and bytes get types, field names are escaped. */
export function celValue(schema: OpenApiSchema, value: unknown): unknown {
  if (typeof value === 'number') return celNumber(schema, value);
  if (typeof value === 'string') return celText(schema, value);
  if (Array.isArray(value)) return value.map((item) => celValue(schema.items ?? {}, item));
  return isRecord(value) ? celObject(schema, value) : value;
}

/** Returns the name of a field in expressions. */
export function celName(name: string): string {
  if (RESERVED.has(name)) return `__${name}__`;
  return name
    .replaceAll('__', '__underscores__')
    .replaceAll('.', '__dot__')
    .replaceAll('-', '__dash__')
    .replaceAll('/', '__slash__');
}

function celObject(schema: OpenApiSchema, value: Readonly<Record<string, unknown>>): unknown {
  const { properties, additionalProperties: values } = schema;
  if (properties === undefined) {
    const each = typeof values === 'object' ? values : {};
    return mapEntries(value, (name, member) => [name, celValue(each, member)]);
  }
  const known = Object.entries(value).filter(([name]) => Object.hasOwn(properties, name));
  return mapEntries(Object.fromEntries(known), (name, member) => [
    celName(name),
    celValue(properties[name] ?? {}, member),
  ]);
}

function celNumber(schema: OpenApiSchema, value: number): unknown {
  const whole = schema.type === 'integer' || schema['x-kubernetes-int-or-string'] === true;
  return whole && Number.isInteger(value) ? BigInt(value) : value;
}

function celText(schema: OpenApiSchema, value: string): unknown {
  if (schema.format === 'date-time' || schema.format === 'date') return new Date(value);
  return schema.format === 'byte' ? new Uint8Array(Buffer.from(value, 'base64')) : value;
}

function mapEntries(
  value: Readonly<Record<string, unknown>>,
  entry: (name: string, member: unknown) => readonly [string, unknown],
): Readonly<Record<string, unknown>> {
  const present = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(present.map(([name, member]) => entry(name, member)));
}
