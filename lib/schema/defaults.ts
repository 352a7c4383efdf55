import { isRecord, type OpenApiSchema } from './open-api';

/** Returns a copy of a value with defaults for missing fields, as an API server fills them in. */
export function withDefaults(schema: OpenApiSchema, value: unknown): unknown {
  const { items } = schema;
  if (Array.isArray(value)) {
    return value.map((item) => (items === undefined ? item : withDefaults(items, item)));
  }
  return isRecord(value) ? objectWithDefaults(schema, value) : value;
}

function objectWithDefaults(
  schema: OpenApiSchema,
  value: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { properties = {}, additionalProperties: values } = schema;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const field = Object.hasOwn(properties, name) ? properties[name] : values;
    result[name] = typeof field === 'object' ? withDefaults(field, member) : member;
  }
  for (const [name, field] of Object.entries(properties)) {
    if (field.default === undefined || !isUnset(field, result[name])) continue;
    result[name] = withDefaults(field, structuredClone(field.default));
  }
  return result;
}

function isUnset(field: OpenApiSchema, value: unknown): boolean {
  return value === undefined || (value === null && field.nullable !== true);
}
