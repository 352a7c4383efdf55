import type { OpenApiSchema } from './open-api';

const TEXT: OpenApiSchema = { type: 'string' };
const NAME_PART = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** Name of most objects: DNS labels joined by dots. */
export const OBJECT_NAME: OpenApiSchema = {
  type: 'string',
  maxLength: 253,
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
};

/** Name of a namespace: one DNS label. */
export const NAMESPACE_NAME: OpenApiSchema = {
  type: 'string',
  maxLength: 63,
  pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
};

const LABELS: OpenApiSchema = {
  type: 'object',
  keyPattern: `^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?${NAME_PART}$`,
  additionalProperties: {
    type: 'string',
    maxLength: 63,
    pattern: '^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$',
  },
};

const ANNOTATIONS: OpenApiSchema = {
  type: 'object',
  keyPattern: `^([A-Za-z0-9]([-A-Za-z0-9.]{0,251}[A-Za-z0-9])?/)?${NAME_PART}$`,
  additionalProperties: TEXT,
};

const OWNER: OpenApiSchema = {
  type: 'object',
  required: ['apiVersion', 'kind', 'name', 'uid'],
  properties: {
    apiVersion: TEXT,
    kind: TEXT,
    name: TEXT,
    uid: TEXT,
    controller: { type: 'boolean' },
    blockOwnerDeletion: { type: 'boolean' },
  },
};

/** Metadata of an object in a manifest. */
export interface ObjectMeta {
  /** Name, unique for the kind in its namespace. */
  readonly name: string;
  /**
   * Namespace of the object.
   *
   * @default - the kind has none
   */
  readonly namespace?: string | undefined;
  /**
   * Labels, by which others select the object.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /**
   * Annotations, for tools to read.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>> | undefined;
  /**
   * Finalizers, which block deletion until their owners remove them.
   *
   * @default - none
   */
  readonly finalizers?: readonly string[] | undefined;
}

/** What a manifest can set in `metadata`. The API server writes the rest. */
export const METADATA: OpenApiSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: OBJECT_NAME,
    namespace: NAMESPACE_NAME,
    labels: LABELS,
    annotations: ANNOTATIONS,
    finalizers: { type: 'array', 'x-kubernetes-list-type': 'set', items: TEXT },
    ownerReferences: {
      type: 'array',
      'x-kubernetes-list-map-keys': ['uid'],
      items: OWNER,
    },
    creationTimestamp: { type: 'string', format: 'date-time', nullable: true },
  },
};
