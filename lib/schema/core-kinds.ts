import { SchemaPool } from './compact';
import { NAMESPACE_NAME, OBJECT_NAME } from './metadata';
import type { OpenApiSchema } from './open-api';
import type { SchemaData } from './schema-data';

const TEXT: OpenApiSchema = { type: 'string' };
const BASE64: OpenApiSchema = { type: 'string', format: 'byte' };
const DATA_KEY = '^[-._A-Za-z0-9]{1,253}$';

const NAMESPACE: OpenApiSchema = {
  properties: {
    metadata: { properties: { name: NAMESPACE_NAME } },
    spec: {
      type: 'object',
      properties: { finalizers: { type: 'array', items: TEXT } },
    },
  },
};

const CONFIG_MAP: OpenApiSchema = {
  properties: {
    data: { type: 'object', keyPattern: DATA_KEY, additionalProperties: TEXT },
    binaryData: { type: 'object', keyPattern: DATA_KEY, additionalProperties: BASE64 },
    immutable: { type: 'boolean' },
  },
};

const SECRET: OpenApiSchema = {
  properties: {
    metadata: { properties: { name: OBJECT_NAME } },
    type: TEXT,
    data: { type: 'object', keyPattern: DATA_KEY, additionalProperties: BASE64 },
    stringData: { type: 'object', keyPattern: DATA_KEY, additionalProperties: TEXT },
    immutable: { type: 'boolean' },
  },
};

/** Returns the schemas of the Kubernetes kinds that this library writes most often. */
export function coreKinds(): SchemaData {
  const pool = new SchemaPool();
  const kinds = { Namespace: NAMESPACE, ConfigMap: CONFIG_MAP, Secret: SECRET };
  for (const [kind, schema] of Object.entries(kinds)) {
    pool.addKind({ group: '', version: 'v1', kind, served: true, schema });
  }
  return pool.data();
}
